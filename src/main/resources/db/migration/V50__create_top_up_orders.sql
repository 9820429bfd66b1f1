create table top_up_order (
    order_no          varchar(32)  not null primary key references customer_order (order_no),
    phone             varchar(255) not null,
    face_fen          bigint       not null check (face_fen > 0),
    transaction_no    varchar(64),
    purchase_cost_fen bigint check (purchase_cost_fen >= 0),
    failure_reason    varchar(200),
    version           integer      not null,
    -- One purchase pays for one order, also when two clerks enter the same number at once.
    constraint top_up_order_transaction_no_unique unique (transaction_no)
);
