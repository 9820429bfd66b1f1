-- A price that counts from a time on; when it has come, it takes the place of price_fen with the next change of the flower.
alter table flower add column next_price_fen bigint check (next_price_fen > 0);
alter table flower add column next_price_from timestamp with time zone;
alter table flower add constraint flower_next_price_whole check ((next_price_fen is null) = (next_price_from is null));

-- What is not offered stays in the wallets of those who have it. Notes of its own take the place of the common ones.
alter table coupon_product add column offered boolean default true not null;
alter table coupon_product add column notes varchar(2000);
