-- What happens in rooms of tic-tac-toe, by a connector of its own: as the events of games are kept, under the id of the room.
create table room_events (like events including constraints);
alter table room_events rename column game_id to room_id;
alter table room_events add primary key (room_id, sequence);

create table room_rejections (like rejections including constraints);
alter table room_rejections rename column game_id to room_id;
alter table room_rejections add primary key (kafka_partition, kafka_offset);

create trigger room_events_stay before update or delete on room_events for each row execute function keep_what_happened();
create trigger room_rejections_stay before update or delete on room_rejections for each row execute function keep_what_happened();
create trigger room_events_stay_all before truncate on room_events execute function refuse_truncation();
create trigger room_rejections_stay_all before truncate on room_rejections execute function refuse_truncation();

grant select, insert, update on room_events, room_rejections to ${writer};

-- The events that say who sat in a room, what was played there, and how it ended; marks are found by their places between them.
create index events_of_rooms on room_events (type, room_id)
    where type in ('RoomCreated', 'PlayerSeated', 'RoundStarted', 'RoundEnded', 'RoomClosed');
-- Ids of rooms tell when they were opened, so this gives a player's rooms in the order of time.
create index rooms_of_players on room_events ((payload -> 'player' ->> 'playerId'), room_id)
    where type in ('RoomCreated', 'PlayerSeated');

-- Up to where the ranking of tic-tac-toe counts; as ranking_state.
create table room_ranking_state (
    refreshed_at timestamptz not null,
    closed_rooms bigint      not null,
    single       boolean primary key default true check (single)
);
insert into room_ranking_state values (now(), 0);
