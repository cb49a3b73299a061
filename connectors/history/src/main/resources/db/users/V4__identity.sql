-- Who has linked an account elsewhere, signed in, and taken tokens back. It tells of people, so unlike all else it is not kept for good: as the log
-- does, forget_identity() forgets what is older than 400 days.
create table identity_events (
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

create table identity_rejections (
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

-- Only what is there already may be written again.
create trigger identity_events_stay before update on identity_events for each row execute function keep_what_happened();
create trigger identity_rejections_stay before update on identity_rejections for each row execute function keep_what_happened();

create index identity_events_by_time on identity_events (time);

grant select, insert, update on identity_events, identity_rejections to ${writer};

-- For the owner; the service does it at each start, and where that is seldom, a nightly job.
create function forget_identity() returns bigint language plpgsql as $$
declare
    forgotten bigint;
begin
    delete from identity_rejections where time < now() - interval '400 days';
    delete from identity_events where time < now() - interval '400 days';
    get diagnostics forgotten = row_count;
    return forgotten;
end $$;
revoke execute on function forget_identity() from public;
