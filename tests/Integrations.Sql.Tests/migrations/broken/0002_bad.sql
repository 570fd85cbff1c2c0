create table half (id integer primary key);
insert into half values (1);

insert into good
    values (1), (2, nowhere);
