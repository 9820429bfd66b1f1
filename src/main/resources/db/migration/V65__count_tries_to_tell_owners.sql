-- Who could not be told comes after those who were not tried yet, and is given up some day.
alter table coupon_batch_row add column tries integer default 0 not null;
