create table flower (
    id          varchar(32)  not null primary key,
    position    integer      not null,
    name        varchar(40)  not null,
    description varchar(200) not null,
    price_fen   bigint       not null check (price_fen > 0),
    image_url   varchar(200) not null,
    offered     boolean      not null
);

insert into flower (id, position, name, description, price_fen, image_url, offered) values
    ('red-roses-11', 10, '红玫瑰 11 枝', '经典红玫瑰花束，配满天星。花材与包装以实际收到为准。', 15000, '/images/flowers/red-roses.svg', true),
    ('pink-roses-19', 20, '粉玫瑰 19 枝', '粉色玫瑰配尤加利叶。花材与包装以实际收到为准。', 21900, '/images/flowers/pink-roses.svg', true),
    ('champagne-roses-33', 30, '香槟玫瑰 33 枝', '香槟色玫瑰大束。花材与包装以实际收到为准。', 32900, '/images/flowers/champagne-roses.svg', true),
    ('carnations-16', 40, '康乃馨 16 枝', '送长辈的粉色康乃馨。花材与包装以实际收到为准。', 12900, '/images/flowers/carnations.svg', true),
    ('lilies-6', 50, '百合 6 枝', '白色香水百合。花材与包装以实际收到为准。', 13900, '/images/flowers/lilies.svg', true),
    ('sunflowers-6', 60, '向日葵 6 枝', '向日葵配绿叶，适合祝贺。花材与包装以实际收到为准。', 12900, '/images/flowers/sunflowers.svg', true),
    ('baby-breath', 70, '满天星', '白色满天星花束。花材与包装以实际收到为准。', 9900, '/images/flowers/baby-breath.svg', true),
    ('tulips-10', 80, '郁金香 10 枝', '应季郁金香，颜色随机。花材与包装以实际收到为准。', 16900, '/images/flowers/tulips.svg', true);

create table flower_order (
    order_no              varchar(32)              not null primary key references customer_order (order_no),
    flower_id             varchar(32)              not null references flower (id),
    flower_name           varchar(40)              not null,
    city                  varchar(10)              not null,
    address               varchar(1200)            not null,
    recipient             varchar(400)             not null,
    phone                 varchar(255)             not null,
    delivery_slot         timestamp with time zone not null,
    card_message          varchar(1200),
    shop_name             varchar(80),
    shop_phone            varchar(20),
    estimated_delivery_at timestamp with time zone,
    purchase_order_no     varchar(64),
    purchase_cost_fen     bigint check (purchase_cost_fen >= 0),
    undeliverable_reason  varchar(200),
    delivery_note         varchar(200),
    confirmed_at          timestamp with time zone,
    version               integer                  not null
);
