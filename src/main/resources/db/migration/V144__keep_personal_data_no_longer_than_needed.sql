-- When the customer closed the account; the row stays for the orders that refer to it, and says nobody.
alter table customer add column closed_at timestamp with time zone;

-- Whether what says who it was for is gone.
alter table flower_order add column forgotten boolean default false not null;
alter table cashback_claim add column forgotten boolean default false not null;
