-- no transaction
begin;
create table second (id integer);
