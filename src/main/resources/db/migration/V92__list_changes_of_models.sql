-- Who did what to the models, and to the orders that run by them, and how it ended; refusals too.
create table model_change (
    id            bigint                   not null primary key,
    at            timestamp with time zone not null,
    staff         varchar(64),
    action        varchar(16)              not null,
    outcome       varchar(16)              not null,
    deployment_id varchar(64),
    models        varchar(1000)            not null,
    details       varchar(8000)            not null,
    constraint model_change_action_known check (action in ('DEPLOY', 'RESTORE', 'DRY_RUN', 'MIGRATE')),
    constraint model_change_outcome_known check (outcome in ('DONE', 'PARTLY', 'UNCHANGED', 'REFUSED'))
);
create sequence model_change_seq increment by 50;
create index model_change_of_deployment on model_change (deployment_id);
create index model_change_newest_first on model_change (at, id);
