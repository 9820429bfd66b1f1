-- Encrypted as the rest of the payee is. Claims of before, and customers who do not say, have none.
alter table cashback_claim add column bank_name varchar(512);
