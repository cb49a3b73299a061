-- Every event of the lobby, as the log has it: who registered, whose map types there are, which practice games were asked for.
create table events (
    -- Such as player:ada or map-type: and its id.
    subject    text        not null,
    sequence   bigint      not null check (sequence > 0),
    time       timestamptz not null,
    type       text        not null,
    command_id text,
    player_id  text,
    remaining  integer     not null,
    payload    jsonb       not null,
    primary key (subject, sequence)
);

-- Rejections that leave no trace at their subject have no sequence; they are known by their place in the log.
create table rejections (
    kafka_partition integer     not null,
    kafka_offset    bigint      not null,
    subject         text        not null,
    time            timestamptz not null,
    type            text        not null,
    command_id      text,
    player_id       text,
    remaining       integer     not null,
    payload         jsonb       not null,
    primary key (kafka_partition, kafka_offset)
);

create index events_of_players on events (type, subject) where type in ('PlayerRegistered', 'PlayerExpired');

create trigger events_stay before update or delete on events for each row execute function keep_what_happened();
create trigger rejections_stay before update or delete on rejections for each row execute function keep_what_happened();
create trigger events_stay_all before truncate on events execute function refuse_truncation();
create trigger rejections_stay_all before truncate on rejections execute function refuse_truncation();

-- The connector adds rows; an upsert needs the right to change them, which the triggers take back.
grant select, insert, update on events, rejections to ${writer};
