-- All views of tic-tac-toe. They hold nothing but what is computed from the events of its rooms, so whoever changes one lets all be made anew.
-- Whoever counts the ranking at this moment is waited for; RankingRefresh has the same number.
select pg_advisory_xact_lock(1918987884);

drop materialized view if exists room_ranking;
drop view if exists room_completeness, room_records, round_results, rooms, rounds, seats;

-- Who sat in a room: whoever opened it at seat 1, and whoever came at seat 2.
create view seats as
select room_id,
       payload -> 'player' ->> 'playerId'                     as player_id,
       payload -> 'player' ->> 'playerName'                   as player_name,
       case type when 'RoomCreated' then 1 else 2 end         as seat,
       time                                                   as seated_at
from room_events
where type in ('RoomCreated', 'PlayerSeated');

-- Rounds from their beginning to their end. All events of a round stand between these two.
create view rounds as
select started.room_id,
       (started.payload ->> 'round')::integer   as round,
       started.payload ->> 'xPlayerId'          as x_player_id,
       started.payload ->> 'oPlayerId'          as o_player_id,
       ended.payload ->> 'result'               as result,
       ended.payload ->> 'reason'               as reason,
       ended.payload ->> 'winnerId'             as winner_id,
       placed.moves,
       started.time                             as started_at,
       ended.time                               as ended_at
from room_events started
left join room_events ended
    on ended.room_id = started.room_id and ended.type = 'RoundEnded' and ended.payload -> 'round' = started.payload -> 'round'
cross join lateral (
    select count(*) as moves
    from room_events mark
    where mark.room_id = started.room_id and mark.type = 'MarkPlaced' and mark.sequence > started.sequence
      -- Of a round that goes on, up to the last event.
      and mark.sequence < coalesce(ended.sequence, 9223372036854775807)
) placed
where started.type = 'RoundStarted';

-- Rooms from their opening to their end. A room that waited for a bot is for practice, whoever came; the events do not say what a player is.
create view rooms as
select created.room_id,
       created.time                                              as opened_at,
       closed.time                                               as closed_at,
       closed.payload ->> 'reason'                               as closing_reason,
       created.payload -> 'plan' ->> 'opponent'                  as opponent,
       created.payload -> 'plan' ->> 'opponent' <> 'PERSON'      as practice,
       created.payload -> 'plan' ? 'invitationHash'              as invitation_only,
       (created.payload -> 'plan' ->> 'moveMs')::bigint          as move_ms,
       (created.payload -> 'plan' ->> 'roundMs')::bigint         as round_ms,
       created.payload -> 'player' ->> 'playerId'                as host_id,
       created.payload -> 'player' ->> 'playerName'              as host_name,
       seated.payload -> 'player' ->> 'playerId'                 as guest_id,
       seated.payload -> 'player' ->> 'playerName'               as guest_name,
       played.rounds,
       played.host_wins,
       played.guest_wins
from room_events created
left join room_events seated on seated.room_id = created.room_id and seated.type = 'PlayerSeated'
left join room_events closed on closed.room_id = created.room_id and closed.type = 'RoomClosed'
cross join lateral (
    select count(*)                                                                                    as rounds,
           count(*) filter (where payload ->> 'winnerId' = created.payload -> 'player' ->> 'playerId') as host_wins,
           count(*) filter (where payload ->> 'winnerId' = seated.payload -> 'player' ->> 'playerId')  as guest_wins
    from room_events ended
    where ended.room_id = created.room_id and ended.type = 'RoundEnded'
) played
where created.type = 'RoomCreated';

-- How each player of each round in a closed room did, and whether the round counts in the ranking: it was no practice, and it came to five marks, the
-- fewest with which somebody can have three in a line. So nothing is won by opponents who give up at once.
create view round_results as
select rounds.room_id,
       rounds.round,
       own.player ->> 'playerId'                    as player_id,
       own.player ->> 'playerName'                  as player_name,
       own.opponent ->> 'playerId'                  as opponent_id,
       own.opponent ->> 'playerName'                as opponent_name,
       case own.player ->> 'playerId' when rounds.x_player_id then 'X' else 'O' end as mark,
       case when rounds.winner_id is null then 'DRAWN'
            when rounds.winner_id = own.player ->> 'playerId' then 'WON' else 'LOST' end as outcome,
       rounds.reason,
       rounds.moves,
       rounds.ended_at,
       created.payload -> 'plan' ->> 'opponent' = 'PERSON' and rounds.moves >= 5 as counts
from room_events closed
join room_events created on created.room_id = closed.room_id and created.type = 'RoomCreated'
join room_events seated on seated.room_id = closed.room_id and seated.type = 'PlayerSeated'
join rounds on rounds.room_id = closed.room_id
cross join lateral (values (created.payload -> 'player', seated.payload -> 'player'),
                           (seated.payload -> 'player', created.payload -> 'player')) as own(player, opponent)
where closed.type = 'RoomClosed' and rounds.ended_at is not null;

-- The record of each player over all rounds that count. As in player_records, the score is the share of all opponents that a player has beaten, after
-- ten that count half. Who has met an opponent in several rounds has beaten them by the share of these that was won; a drawn round counts
-- half. So one opponent, however often they lose, moves a score from 0.5 to 0.55 at most.
create view room_records as
select player_id,
       (array_agg(player_name order by last_ended_at desc, opponent_id))[1]      as player_name,
       sum(rounds)::bigint                                                       as rounds,
       sum(wins)::bigint                                                         as wins,
       sum(draws)::bigint                                                        as draws,
       sum(rounds - wins - draws)::bigint                                        as losses,
       count(*)                                                                  as opponents,
       round((sum((wins + draws / 2.0) / rounds) + 5) / (count(*) + 10), 4)      as score,
       max(last_ended_at)                                                        as last_ended_at
from (select player_id, opponent_id,
             (array_agg(player_name order by ended_at desc))[1]   as player_name,
             count(*)                                             as rounds,
             count(*) filter (where outcome = 'WON')              as wins,
             count(*) filter (where outcome = 'DRAWN')            as draws,
             max(ended_at)                                        as last_ended_at
      from round_results
      where counts
      group by player_id, opponent_id) as against
group by player_id;

-- All players, best first, as of room_ranking_state.
create materialized view room_ranking as
select row_number() over (order by score desc, player_id) as position, room_records.*
from room_records;
create unique index room_ranking_of_players on room_ranking (player_id);
create index room_ranking_in_order on room_ranking (position);
update room_ranking_state
set refreshed_at = now(), closed_rooms = (select count(*) from room_events where type = 'RoomClosed');

-- Whether all events of a room up to its latest are here.
create view room_completeness as
select room_id, max(sequence) as last_sequence, count(*) as events, max(sequence) = count(*) as complete
from room_events
group by room_id;

-- Whoever reads sees all, and changes nothing.
grant select on all tables in schema public to ${reader};
