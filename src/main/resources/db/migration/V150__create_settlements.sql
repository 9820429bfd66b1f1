-- What PICC owes for a month. The month is held until somebody rejects its statement; one statement is open at a time, since
-- each carries what the one before left below zero. The state stays the seventh column: a trigger on H2 reads it by its place.
create table settlement_statement (
    case_no         varchar(32)              not null primary key,
    period          varchar(7)               not null,
    held_period     varchar(7),
    open_slot       integer,
    first_day       date                     not null,
    last_day        date                     not null,
    state           varchar(16)              not null,
    started_by      varchar(64),
    started_at      timestamp with time zone not null,
    made_at         timestamp with time zone,
    due_fen         bigint                   not null,
    carried_fen     bigint                   not null check (carried_fen <= 0),
    payable_fen     bigint                   not null check (payable_fen >= 0),
    ceiling_fen     bigint                   not null,
    used_fen        bigint                   not null,
    checked_by      varchar(64),
    checked_at      timestamp with time zone,
    check_note      varchar(1000),
    confirmed_by    varchar(64),
    confirmed_at    timestamp with time zone,
    book_year       integer,
    statement_seq   integer,
    digest          varchar(64),
    workbook_digest varchar(64),
    closed_at       timestamp with time zone,
    constraint settlement_statement_period_once unique (held_period),
    constraint settlement_statement_one_open unique (open_slot),
    constraint settlement_statement_no_once unique (book_year, statement_seq),
    constraint settlement_statement_state_known check (state in
        ('MAKING', 'CHECKING', 'CONFIRMING', 'CLOSING', 'CLOSED', 'REJECTED')),
    constraint settlement_statement_closed_whole check ((state = 'CLOSED') = (statement_seq is not null)
        and (state = 'CLOSED') = (digest is not null)),
    constraint settlement_statement_two_people check (checked_by <> confirmed_by)
);
create index settlement_statement_newest_first on settlement_statement (period, started_at);

-- A line of a statement: what coupons of a batch, payments to an account, … come to.
create table settlement_figure (
    case_no      varchar(32) not null references settlement_statement (case_no),
    section      varchar(16) not null,
    service      varchar(16) not null,
    part         varchar(64) not null,
    entries      bigint      not null,
    amount_fen   bigint      not null,
    late_entries bigint      not null,
    late_fen     bigint      not null,
    primary key (case_no, section, service, part),
    constraint settlement_figure_section_known check (section in
        ('DEDUCTION', 'CASHBACK_COUPON', 'CODE', 'PAYMENT', 'REFUND', 'CASHBACK', 'CODES_BOUGHT', 'DISCARDED', 'DIFFERENCE',
        'RECEIVED'))
);

-- The entries of the ledger behind each line, in their order. A reason says why one is here and not in an earlier month.
create table settlement_entry (
    case_no    varchar(32) not null references settlement_statement (case_no),
    place      bigint      not null,
    section    varchar(16) not null,
    service    varchar(16) not null,
    part       varchar(64) not null,
    entry_id   bigint      not null references ledger_entry (id),
    amount_fen bigint      not null,
    reason     varchar(120),
    primary key (case_no, place),
    constraint settlement_entry_section_known check (section in
        ('DEDUCTION', 'CASHBACK_COUPON', 'CODE', 'PAYMENT', 'REFUND', 'CASHBACK', 'CODES_BOUGHT', 'DISCARDED', 'DIFFERENCE',
        'RECEIVED'))
);
create index settlement_entry_of_figure on settlement_entry (case_no, section, service, part, place);

-- The files of a closed statement, in parts.
create table settlement_file (
    case_no varchar(32) not null references settlement_statement (case_no),
    kind    varchar(8)  not null,
    part    integer     not null,
    content bytea       not null,
    primary key (case_no, kind, part),
    constraint settlement_file_kind_known check (kind in ('XLSX', 'CSV'))
);

-- What PICC paid of a statement; the ledger has an entry of each.
create table settlement_receipt (
    bank_flow_no varchar(64)              not null primary key,
    case_no      varchar(32)              not null references settlement_statement (case_no),
    amount_fen   bigint                   not null check (amount_fen > 0),
    received_on  date                     not null,
    recorded_by  varchar(64),
    recorded_at  timestamp with time zone not null
);
create index settlement_receipt_of_statement on settlement_receipt (case_no, recorded_at);

-- How much of a year's ceiling managers were told of, once each.
create table settlement_alarm (
    book_year integer                  not null,
    percent   integer                  not null,
    used_fen  bigint                   not null,
    raised_at timestamp with time zone not null,
    primary key (book_year, percent)
);

-- The one row that whoever numbers a statement holds.
create table settlement_closing (
    id integer not null primary key
);
insert into settlement_closing (id) values (1);
