create table places (id integer primary key, article integer references articles (id));
insert into places values (1, 1);
