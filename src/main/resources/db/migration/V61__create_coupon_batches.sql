-- Files that staff hand in: codes to import, phones to issue coupons to. claimed_no keeps a batch number from being issued
-- twice; a batch that was declined or could not be read gives it back.
create table coupon_batch (
    case_no     varchar(32)              not null primary key,
    kind        varchar(8)               not null,
    batch_no    varchar(40),
    claimed_no  varchar(40),
    product_id  varchar(32)              not null references coupon_product (id),
    file_name   varchar(120)             not null,
    state       varchar(16)              not null,
    failure     varchar(200),
    bought_by   varchar(16),
    cost_fen    bigint check (cost_fen >= 0),
    started_by  varchar(64)              not null,
    started_at  timestamp with time zone not null,
    decided_by  varchar(64),
    decided_at  timestamp with time zone,
    finished_at timestamp with time zone,
    rows_read   integer                  not null,
    good        integer                  not null,
    bad         integer                  not null,
    discarded   integer                  not null,
    coupons     integer                  not null,
    version     integer                  not null,
    constraint coupon_batch_once unique (claimed_no)
);
create index coupon_batch_newest_first on coupon_batch (started_at desc);

-- The file, encrypted, in parts, until it has been read.
create table coupon_batch_file (
    case_no varchar(32) not null references coupon_batch (case_no),
    part    integer     not null,
    content bytea       not null,
    primary key (case_no, part)
);

-- Its rows. content is a phone number or a code, encrypted; shown is what people see of it.
create table coupon_batch_row (
    case_no     varchar(32)  not null references coupon_batch (case_no),
    row_no      integer      not null,
    content     varchar(255),
    digest      varchar(64),
    shown       varchar(60)  not null,
    quantity    integer      not null,
    valid_until timestamp with time zone,
    outcome     varchar(16)  not null,
    reason      varchar(120) not null,
    told        varchar(40),
    primary key (case_no, row_no)
);
create index coupon_batch_row_outcome on coupon_batch_row (case_no, outcome, row_no);
create index coupon_batch_row_untold on coupon_batch_row (case_no, told, row_no);

-- To make a row of quantity n into n coupons.
create table small_number (
    n integer not null primary key
);
insert into small_number (n)
select ones.n + 10 * tens.n + 1
from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as ones (n),
     (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as tens (n);
