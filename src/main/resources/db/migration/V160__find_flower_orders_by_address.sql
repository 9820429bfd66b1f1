-- Tells which shop was used last for an address, which is encrypted. Filled for earlier orders after the start, by DigestBackfill.
alter table flower_order add column address_digest varchar(64);
create index flower_order_of_address on flower_order (address_digest, delivery_slot);
