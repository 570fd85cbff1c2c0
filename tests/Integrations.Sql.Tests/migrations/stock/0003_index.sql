-- no transaction
create index concurrently if not exists articles_name on articles (name);
