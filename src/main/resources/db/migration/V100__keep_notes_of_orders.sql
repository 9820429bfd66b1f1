-- What staff wrote down about an order, or about another case by its number (a batch), which is why it refers to no table.
-- The text is encrypted.
create table order_note (
    id      bigint                   not null primary key,
    case_no varchar(32)              not null,
    text    varchar(4000)            not null,
    who     varchar(64)              not null,
    at      timestamp with time zone not null
);
create sequence order_note_seq increment by 50;
create index order_note_of_case on order_note (case_no, at, id);
