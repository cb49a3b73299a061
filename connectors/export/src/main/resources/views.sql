-- The views of the history (db/history/R__views.sql of connectors/history) on a file of events, for DuckDB: the same questions have the same answers.
create view events as select * from 'events.parquet';

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

create view participants as
select game_id,
       player_id,
       payload ->> 'playerName'           as player_name,
       (payload ->> 'number')::integer    as number,
       time                               as joined_at
from events
where type = 'PlayerJoined';

create view completeness as
select game_id, max(sequence) as last_sequence, count(*) as events, max(sequence) = count(*) as complete
from events
group by game_id;

create view results as
select ended.game_id,
       standing.playerId                  as player_id,
       participants.player_name,
       standing.rank,
       standing.total,
       standing.mining,
       standing.trading,
       standing.travelling,
       standing.fighting,
       standing.upgrading,
       standing.balance,
       ended.time                         as ended_at
from (select game_id, time, unnest(from_json(payload -> 'standings', '[{"playerId": "VARCHAR", "rank": "INTEGER", "total": "INTEGER",
          "mining": "INTEGER", "trading": "INTEGER", "travelling": "INTEGER", "fighting": "INTEGER", "upgrading": "INTEGER",
          "balance": "BIGINT"}]')) as standing
      from events where type = 'GameEnded') as ended
join participants on participants.game_id = ended.game_id and participants.player_id = standing.playerId;

create view player_records as
select player_id,
       arg_max(player_name, ended_at)                                      as player_name,
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

create view robot_timeline as
select game_id, payload ->> 'robotId' as robot_id, sequence, time, type, player_id, payload
from events
where payload ->> 'robotId' is not null
union all
select game_id, payload ->> 'targetRobotId', sequence, time, type, player_id, payload
from events
where payload ->> 'targetRobotId' is not null;

create view sales as
select game_id, sequence, time, player_id, lot.resource, lot.units, lot.revenue
from (select game_id, sequence, time, player_id,
             unnest(from_json(payload -> 'lots', '[{"resource": "VARCHAR", "units": "INTEGER", "revenue": "BIGINT"}]')) as lot
      from events where type = 'ResourcesSold');
