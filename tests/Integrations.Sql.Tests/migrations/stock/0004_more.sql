alter table places add column shelf text not null default 'none';
