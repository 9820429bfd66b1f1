-- When the owner was told that it expires soon: once, even if its validity is prolonged afterwards.
alter table coupon add column expiry_told_at timestamp with time zone;
create index coupon_expiring on coupon (status, valid_until);
