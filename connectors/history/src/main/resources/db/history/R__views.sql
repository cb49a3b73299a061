-- All views of the history. They hold nothing but what is computed from the events, so whoever changes one lets all be made anew.
-- Whoever counts the ranking at this moment is waited for, and does not wait for this while holding what this needs (RankingRefresh has the same number).
select pg_advisory_xact_lock(1918987883);

drop materialized view if exists ranking;
drop view if exists sales, robot_timeline, robots, player_records, results, completeness, participants, games;

-- Games, from their first event to their last.
create view games as
select created.game_id,
       created.time                                        as created_at,
       started.time                                        as started_at,
       ended.time                                          as ended_at,
       purged.time                                         as purged_at,
       ended.payload ->> 'reason'                          as end_reason,
       (created.payload ->> 'durationMs')::bigint          as duration_ms,
       (created.payload ->> 'participantLimit')::integer   as participant_limit,
       created.payload ->> 'mapTypeId'                     as map_type_id,
       created.payload ->> 'practiceFor'                   as practice_for,
       (created.payload -> 'match') ->> 'openedBy'         as opened_by,
       (created.payload ->> 'rulesVersion')::integer       as rules_version
from events created
left join events started on started.game_id = created.game_id and started.type = 'GameStarted'
left join events ended on ended.game_id = created.game_id and ended.type = 'GameEnded'
left join events purged on purged.game_id = created.game_id and purged.type = 'GamePurged'
where created.type = 'GameCreated';

-- Who took part, in the order of joining.
create view participants as
select game_id,
       player_id,
       payload ->> 'playerName'           as player_name,
       (payload ->> 'number')::integer    as number,
       time                               as joined_at
from events
where type = 'PlayerJoined';

-- Whether all events of a game up to its latest are here.
create view completeness as
select game_id, max(sequence) as last_sequence, count(*) as events, max(sequence) = count(*) as complete
from events
group by game_id;

-- How each player of each ended game did, as its last standings say.
create view results as
select joined.game_id,
       joined.player_id,
       joined.payload ->> 'playerName'   as player_name,
       standing.rank,
       standing.total,
       standing.mining,
       standing.trading,
       standing.travelling,
       standing.fighting,
       standing.upgrading,
       standing.balance,
       ended.time                        as ended_at
from events joined
join events ended on ended.game_id = joined.game_id and ended.type = 'GameEnded'
cross join lateral jsonb_to_recordset(ended.payload -> 'standings') as standing(
    "playerId" text, rank integer, total integer, mining integer, trading integer, travelling integer, fighting integer,
    upgrading integer, balance bigint)
where joined.type = 'PlayerJoined' and standing."playerId" = joined.player_id;

-- The record of each player over all games that were played for each other: ended ones that had begun, no practice and none that a player had opened. Who has a better rank in
-- a game has beaten those with a worse one; no two have the same. The score is the share of all opponents that a player has beaten, after
-- ten that count half: so it begins at 0.5, and one lucky game moves it little.
create view player_records as
select player_id,
       (array_agg(player_name order by ended_at desc))[1]                  as player_name,
       count(*)                                                            as games,
       count(*) filter (where rank = 1)                                    as wins,
       sum(total)                                                          as points,
       sum(players - 1)                                                    as opponents,
       sum(players - rank)                                                 as beaten,
       round((sum(players - rank) + 5) / (sum(players - 1) + 10), 4)       as score,
       max(ended_at)                                                       as last_ended_at
from (select results.player_id, results.player_name, results.rank, results.total, results.ended_at,
             count(*) over (partition by results.game_id) as players
      from results
      join games using (game_id)
      where games.started_at is not null and games.practice_for is null and games.opened_by is null) as played
group by player_id;

-- All players, best first, as of ranking_state: whoever asks for a page of it must not wait until all games are counted. It is empty until
-- RankingRefresh has counted, because a migration may not take as long as that does with a filled history.
create materialized view ranking as
select row_number() over (order by score desc, player_id) as position, player_records.*
from player_records
with no data;
create unique index ranking_of_players on ranking (player_id);
create index ranking_in_order on ranking (position);

-- Robots from their purchase to their end.
create view robots as
select spawned.game_id,
       spawned.payload ->> 'robotId'   as robot_id,
       spawned.payload ->> 'name'      as name,
       spawned.player_id,
       spawned.time                    as spawned_at,
       destroyed.time                  as destroyed_at
from events spawned
left join events destroyed
    on destroyed.game_id = spawned.game_id
    and destroyed.payload ->> 'robotId' = spawned.payload ->> 'robotId'
    and destroyed.type = 'RobotDestroyed'
where spawned.type = 'RobotSpawned';

-- What a robot did and suffered, in order.
create view robot_timeline as
select game_id, payload ->> 'robotId' as robot_id, sequence, time, type, player_id, payload
from events
where payload ? 'robotId'
union all
select game_id, payload ->> 'targetRobotId', sequence, time, type, player_id, payload
from events
where payload ? 'targetRobotId';

-- What was sold, a row for each resource of a sale.
create view sales as
select game_id, sequence, time, player_id, lot.resource, lot.units, lot.revenue
from events
cross join lateral jsonb_to_recordset(payload -> 'lots') as lot(resource text, units integer, revenue bigint)
where type = 'ResourcesSold';

-- Whoever reads sees all, and changes nothing.
grant select on all tables in schema public to ${reader};
