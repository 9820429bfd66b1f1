-- How much of its limit a caller has left, as Bucket4j keeps it; the caller is a digest.
create table rate_bucket (
    id      varchar(120)             not null primary key,
    state   bytea                    not null,
    used_at timestamp with time zone not null
);
create index rate_bucket_used on rate_bucket (used_at);
