-- Ids of games tell when they were made, so these give a player's games, and those on a map, in the order of time.
create index games_of_players on events (player_id, game_id) where type = 'PlayerJoined';
create index games_of_map_types on events ((payload ->> 'mapTypeId'), game_id) where type = 'GameCreated';

-- Up to where the ranking counts, which is computed anew after games have ended.
create table ranking_state (
    refreshed_at timestamptz not null,
    ended_games  bigint      not null,
    single       boolean primary key default true check (single)
);
insert into ranking_state values (now(), 0);
