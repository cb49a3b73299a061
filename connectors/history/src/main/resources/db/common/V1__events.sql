-- Every event as the log has it. Nothing else is stored: all else is a view on it, so that nothing can disagree.
create table events (
    ${id}      ${idType}   not null,
    sequence   bigint      not null check (sequence > 0),
    time       timestamptz not null,
    type       text        not null,
    -- Players choose the ids of their commands, and a rejected one need not be a UUID.
    command_id text,
    player_id  text,
    remaining  integer     not null,
    payload    jsonb       not null,
    primary key (${id}, sequence)
);

-- Rejections without a sequence are known by their place in the log, and about anything that a sender named.
create table rejections (
    kafka_partition integer     not null,
    kafka_offset    bigint      not null,
    ${id}           text        not null,
    time            timestamptz not null,
    type            text        not null,
    command_id      text,
    player_id       text,
    remaining       integer     not null,
    payload         jsonb       not null,
    primary key (kafka_partition, kafka_offset)
);

-- A connector that begins again writes what is there already; that is let through without writing. Another event under the same key is
-- a fault, and the connector stops.
create function keep_what_happened() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new is not distinct from old then
        return null;
    end if;
    -- A map can make a row of a megabyte, and the connector tries again and again.
    raise exception 'A row of % differs from the one that is here, and what happened never changes: % is to become %',
        tg_table_name, left(old::text, 500), case tg_op when 'UPDATE' then left(new::text, 500) else 'nothing' end
        using hint = 'If this database belonged to another installation, give the connector an empty one.',
              errcode = 'integrity_constraint_violation';
end $$;

create function refuse_truncation() returns trigger language plpgsql as $$
begin
    raise exception 'What happened stays: % is not truncated', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create trigger events_stay before update or delete on events for each row execute function keep_what_happened();
create trigger rejections_stay before update or delete on rejections for each row execute function keep_what_happened();
create trigger events_stay_all before truncate on events execute function refuse_truncation();
create trigger rejections_stay_all before truncate on rejections execute function refuse_truncation();

-- The connector adds rows; an upsert needs the right to change them, which the triggers take back.
grant select, insert, update on events, rejections to ${writer};

-- Which filling of the database this is. Connectors remember in Kafka how far they have come, under this name; so an empty database is filled from
-- the beginning, also where there was another one before. Who brings back an older copy gives it a new name: update origin set id = gen_random_uuid();
create table origin (
    id     uuid    not null default gen_random_uuid(),
    single boolean primary key default true check (single)
);
insert into origin default values;
