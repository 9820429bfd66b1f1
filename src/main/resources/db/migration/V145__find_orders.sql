-- By what staff find orders. Names and phones stand encrypted; their digests are written with each change, and for rows of
-- earlier releases by a job that each node runs (shared.DigestBackfill), as only the application can read what is encrypted.
alter table flower_order add column phone_digest varchar(64);
alter table flower_order add column recipient_digest varchar(64);
create index flower_order_phone on flower_order (phone_digest);
create index flower_order_recipient on flower_order (recipient_digest);
create index flower_order_purchase on flower_order (purchase_order_no);
create index flower_order_city on flower_order (city);
alter table top_up_order add column phone_digest varchar(64);
create index top_up_order_phone on top_up_order (phone_digest);
alter table cashback_claim add column phone_digest varchar(64);
alter table cashback_claim add column name_digest varchar(64);
create index cashback_claim_phone on cashback_claim (phone_digest);
create index cashback_claim_name on cashback_claim (name_digest);

-- The last four characters of the number, which people read to each other.
alter table customer_order add column order_tail varchar(4);
update customer_order set order_tail = right(order_no, 4);
create index customer_order_tail on customer_order (order_tail);

-- Newest first: of all, of a service, in a state.
create index customer_order_latest on customer_order (created_at desc, order_no desc);
create index customer_order_of_service on customer_order (service, created_at desc, order_no desc);
create index customer_order_in_state on customer_order (status, created_at desc, order_no desc);
