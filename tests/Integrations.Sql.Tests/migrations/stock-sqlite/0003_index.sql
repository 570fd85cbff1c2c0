-- no transaction
vacuum;
create index if not exists articles_name on articles (name);
