-- Every event of every game, as the log has it. Nothing else is stored: all else is a view on it, so that nothing can disagree.
create table events (
    game_id    uuid        not null,
    sequence   bigint      not null check (sequence > 0),
    time       timestamptz not null,
    type       text        not null,
    -- Players choose the ids of their commands, and a rejected one need not be a UUID.
    command_id text,
    player_id  text,
    remaining  integer     not null,
    payload    jsonb       not null,
    primary key (game_id, sequence)
);

-- Rejections of commands to games that do not exist have no sequence; they are known by their place in the log.
create table rejections (
    kafka_partition integer     not null,
    kafka_offset    bigint      not null,
    game_id         text        not null,
    time            timestamptz not null,
    type            text        not null,
    command_id      text,
    player_id       text,
    remaining       integer     not null,
    payload         jsonb       not null,
    primary key (kafka_partition, kafka_offset)
);

-- The events that say what a game is and how it ended: some dozens of a game's thousands.
create index events_of_games on events (type, game_id)
    where type in ('GameCreated', 'GameStarted', 'GameEnded', 'GamePurged', 'PlayerJoined');
create index lives_of_robots on events (game_id, (payload ->> 'robotId')) where type in ('RobotSpawned', 'RobotDestroyed');
create index events_of_robots on events (game_id, (payload ->> 'robotId'), sequence) where payload ? 'robotId';
create index events_of_targets on events (game_id, (payload ->> 'targetRobotId'), sequence) where payload ? 'targetRobotId';

create trigger events_stay before update or delete on events for each row execute function keep_what_happened();
create trigger rejections_stay before update or delete on rejections for each row execute function keep_what_happened();
create trigger events_stay_all before truncate on events execute function refuse_truncation();
create trigger rejections_stay_all before truncate on rejections execute function refuse_truncation();

-- The connector adds rows; an upsert needs the right to change them, which the triggers take back.
grant select, insert, update on events, rejections to ${writer};
