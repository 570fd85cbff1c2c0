create table articles (id integer primary key, name text not null, note text default 'a;b');
create trigger loud after insert on articles begin
    update articles set note = case when new.name = 'nail' then 'N;' else 'other' end where id = new.id;
    select 1;
end;
insert into articles (name) values ('nail'), ('it''s; a screw')
