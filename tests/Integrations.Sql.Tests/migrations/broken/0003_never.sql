create table never (id integer primary key);
