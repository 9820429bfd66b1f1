-- Was "customer 42 by redemption": now the customer's id, and where.
alter table code_reveal add column customer_id bigint references customer (id);
alter table code_reveal add column place varchar(16);
update code_reveal
set customer_id = cast(substring(who from 10 for position(' by ' in who) - 10) as bigint),
    place = upper(substring(who from position(' by ' in who) + 4));
alter table code_reveal alter column customer_id set not null;
alter table code_reveal alter column place set not null;
alter table code_reveal add constraint code_reveal_place_known check (place in ('REDEMPTION', 'WALLET'));
alter table code_reveal drop column who;
create index code_reveal_to_customer on code_reveal (customer_id, code_id);
