-- What a provider or a bank says of a day or a period, compared with the ledger once. WeChat's days have a day, files a digest.
create table reconciliation (
    case_no      varchar(32)              not null primary key,
    source       varchar(16)              not null,
    bill_day     date,
    digest       varchar(64),
    first_day    date                     not null,
    last_day     date                     not null,
    state        varchar(16)              not null,
    lines        bigint                   not null,
    started_by   varchar(64),
    started_at   timestamp with time zone not null,
    compared_at  timestamp with time zone,
    constraint reconciliation_day_once unique (source, bill_day),
    constraint reconciliation_file_once unique (source, digest),
    constraint reconciliation_source_known check (source in ('WECHAT', 'ALIPAY', 'BANK')),
    constraint reconciliation_state_known check (state in ('WAITING', 'CLEAN', 'OPEN', 'RESOLVED'))
);
create index reconciliation_by_day on reconciliation (last_day, first_day);

-- What came, as it came, encrypted, in parts.
create table reconciliation_file (
    case_no varchar(32) not null references reconciliation (case_no),
    kind    varchar(16) not null,
    part    integer     not null,
    content bytea       not null,
    primary key (case_no, kind, part),
    constraint reconciliation_file_kind_known check (kind in ('TRADES', 'FUNDS', 'STATEMENT'))
);

-- A line of a bill or a statement. The same line in a second file is the same line. What the account gained, in fen.
create table bill_line (
    source      varchar(16)              not null,
    external_no varchar(64)              not null,
    case_no     varchar(32)              not null references reconciliation (case_no),
    kind        varchar(16)              not null,
    at          timestamp with time zone not null,
    order_no    varchar(64),
    amount_fen  bigint                   not null,
    fee_fen     bigint                   not null,
    primary key (source, external_no),
    constraint bill_line_kind_known check (kind in ('PAYMENT', 'REFUND', 'FLOW'))
);
create index bill_line_of_case on bill_line (case_no);

-- Where both sides are not the same. Amounts are what the account gained by each, in fen; null: it is not there.
create table reconciliation_difference (
    difference_no varchar(40)              not null primary key,
    case_no       varchar(32)              not null references reconciliation (case_no),
    source        varchar(16)              not null,
    kind          varchar(24)              not null,
    subject       varchar(64)              not null,
    order_no      varchar(64),
    at            timestamp with time zone not null,
    ours_fen      bigint,
    theirs_fen    bigint,
    fee_fen       bigint                   not null,
    state         varchar(16)              not null,
    raised        boolean                  not null,
    resolution    varchar(16),
    note          varchar(1000),
    resolved_by   varchar(64),
    resolved_at   timestamp with time zone,
    confirmed_by  varchar(64),
    confirmed_at  timestamp with time zone,
    constraint reconciliation_difference_once unique (source, kind, subject),
    constraint reconciliation_difference_kind_known check (kind in
        ('PAYMENT_WITHOUT_ORDER', 'PAYMENT_WITHOUT_LINE', 'REFUND_WITHOUT_RECORD', 'REFUND_WITHOUT_LINE', 'AMOUNT', 'FEE',
        'DUPLICATE', 'LATE', 'MOVED', 'LINE_WITHOUT_RECORD', 'RECORD_WITHOUT_LINE')),
    constraint reconciliation_difference_state_known check (state in ('OPEN', 'PROPOSED', 'RESOLVED')),
    constraint reconciliation_difference_resolution_known check (resolution in ('BOOK', 'KEEP', 'ARRIVED'))
);
create index reconciliation_difference_of_case on reconciliation_difference (case_no, state);
