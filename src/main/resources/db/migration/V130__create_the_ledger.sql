-- Double entry. An entry and its lines are never changed (see the migration after the next one); the last three columns are set
-- once, when the entry's day is closed. It refers to no order: the ledger is kept for good, orders are not.
create table ledger_entry (
    id          bigint                   not null primary key,
    fact        varchar(24)              not null,
    reference   varchar(80)              not null,
    at          timestamp with time zone not null,
    occurred_at timestamp with time zone not null,
    service     varchar(16),
    order_no    varchar(32),
    external_no varchar(64),
    coupon_id   bigint,
    text        varchar(200)             not null,
    reverses    bigint references ledger_entry (id),
    closed_on   date,
    book_year   integer,
    entry_no    bigint,
    constraint ledger_entry_once unique (fact, reference),
    constraint ledger_entry_reversed_once unique (reverses),
    constraint ledger_entry_no_once unique (book_year, entry_no),
    constraint ledger_entry_closed_whole check ((closed_on is null) = (entry_no is null)
        and (closed_on is null) = (book_year is null)),
    constraint ledger_entry_fact_known check (fact in
        ('ORDER_PAID', 'WECHAT_FEE', 'COUPON_REDEEMED', 'COUPON_RETURNED', 'REVENUE_EARNED', 'REFUNDED',
        'WECHAT_FEE_RETURNED', 'REFUNDED_BY_HAND', 'CASHBACK_PAID', 'PURCHASED', 'CODES_ORDERED', 'CODES_RECEIVED',
        'CODE_USED', 'CODES_DISCARDED', 'SETTLEMENT_RECEIVED', 'DIFFERENCE_RESOLVED', 'MONEY_MOVED', 'REVERSED'))
);
create sequence ledger_entry_seq increment by 50;
create index ledger_entry_of_order on ledger_entry (order_no, at, id);
create index ledger_entry_external_no on ledger_entry (external_no);
create index ledger_entry_by_time on ledger_entry (at, id);
create index ledger_entry_open on ledger_entry (closed_on, at, id);

-- What each account gained by an entry. at is the entry's, so that an account's lines of some days are found by index.
create table ledger_line (
    entry_id   bigint                   not null references ledger_entry (id),
    account    varchar(40)              not null,
    amount_fen bigint                   not null check (amount_fen <> 0),
    at         timestamp with time zone not null,
    primary key (entry_id, account)
);
create index ledger_line_of_account on ledger_line (account, at, entry_id);

-- A closed day. Its entries have their numbers, and each account that was ever used has a balance.
create table ledger_day (
    closed_on date                     not null primary key,
    closed_at timestamp with time zone not null,
    book_year integer                  not null,
    first_no  bigint                   not null,
    entries   bigint                   not null check (entries >= 0)
);
create table ledger_balance (
    closed_on   date        not null references ledger_day (closed_on),
    account     varchar(40) not null,
    balance_fen bigint      not null,
    moved_fen   bigint      not null,
    primary key (closed_on, account)
);
create index ledger_balance_of_account on ledger_balance (account, closed_on);

-- The one row that whoever closes days holds. Who posts entries does not.
create table ledger_closing (
    id                integer not null primary key,
    history_posted_at timestamp with time zone
);
insert into ledger_closing (id) values (1);

-- Who took entries out of the system, when and which.
create table ledger_export (
    id      bigint                   not null primary key,
    who     varchar(64)              not null,
    at      timestamp with time zone not null,
    what    varchar(200)             not null
);
create sequence ledger_export_seq increment by 50;
