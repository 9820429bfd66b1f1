-- Wide enough for the encrypted text. What stands here in clear is encrypted after the start, by Backfill: nodes of this
-- release and of the one before may run side by side meanwhile.
alter table customer_order alter column reject_reason set data type varchar(1200);
alter table timeline_entry alter column text set data type varchar(2000);
alter table flower_order alter column shop_name set data type varchar(512);
alter table flower_order alter column shop_phone set data type varchar(255);
alter table flower_order alter column undeliverable_reason set data type varchar(1200);
alter table flower_order alter column delivery_note set data type varchar(1200);
alter table top_up_order alter column failure_reason set data type varchar(1200);
alter table cashback_claim alter column failure_reason set data type varchar(1200);
alter table coupon_batch alter column file_name set data type varchar(1200);
alter table customer alter column openid set data type varchar(255);

-- Finds the customer, since the encrypted openid is another text each time.
alter table customer add column openid_digest varchar(64);
alter table customer add constraint customer_openid_digest_unique unique (openid_digest);

-- Whether its picture is encrypted in the store.
alter table receipt add column encrypted boolean default false not null;
create index receipt_in_clear on receipt (encrypted, picture);
