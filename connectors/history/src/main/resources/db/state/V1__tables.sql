-- How things are in games that are not purged: a row for each key of a state topic, with its newest value.
create function ignore_older() returns trigger language plpgsql as $$
begin
    -- A connector that begins again writes what it has written before, and one that thaws behind its successor what is past.
    if new.sequence <= old.sequence then
        return null;
    end if;
    return new;
end $$;

do $$
declare
    thing text;
begin
    foreach thing in array array['game', 'player', 'bank_account', 'planet', 'mine', 'robot'] loop
        execute format('create table %I (
            key      text   primary key,
            game_id  uuid   not null,
            sequence bigint not null,
            state    jsonb  not null)', thing);
        execute format('create index %I on %I (game_id)', thing || '_of_game', thing);
        execute format('create trigger %I before update on %I for each row execute function ignore_older()', thing || '_grows', thing);
        execute format('grant select, insert, update, delete on %I to ${writer}', thing);
        execute format('grant select on %I to ${reader}', thing);
    end loop;
end $$;

-- Which filling of the database this is; see the other databases.
create table origin (
    id     uuid    not null default gen_random_uuid(),
    single boolean primary key default true check (single)
);
insert into origin default values;
grant select on origin to ${reader};
