create table second (id integer);
select pg_sleep(600);
