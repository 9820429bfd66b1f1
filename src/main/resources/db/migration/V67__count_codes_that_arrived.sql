-- A purchase ends when as many codes have come as were ordered. One that is late is open no more (open_for) and not closed.
alter table code_purchase add column arrived integer default 0 not null check (arrived >= 0);

-- What is ordered on top brings its own number along.
alter table code_purchase alter column external_no set data type varchar(400);
