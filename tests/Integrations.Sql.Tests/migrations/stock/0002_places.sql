set search_path = pg_catalog, public;
create table public.places (id bigint primary key, article bigint references public.articles (id));
insert into public.places values (1, 1);
