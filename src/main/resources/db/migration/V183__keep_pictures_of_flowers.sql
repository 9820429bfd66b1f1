-- Pictures that managers uploaded, drawn anew; named by what they show, so that one never changes under its name.
create table flower_picture (
    digest varchar(64)              not null primary key,
    jpeg   bytea                    not null,
    at     timestamp with time zone not null
);
