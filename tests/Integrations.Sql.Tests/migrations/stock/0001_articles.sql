-- The articles; a ; in a comment parts nothing.
create table articles (id bigint generated always as identity primary key, name text not null, note text default 'a;b');
create function shout(word text) returns text language sql begin atomic
    select upper(word);
    select case when word is null then '' else upper(word) || '!' end;
end;
create function whisper(word text) returns text language plpgsql as $body$
begin
    return lower(word); -- not parted here
end;
$body$;
insert into articles (name) values ('nail'), ('it''s; a screw')
