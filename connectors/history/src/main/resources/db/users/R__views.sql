-- All views of the users. They hold nothing, so whoever changes one lets all be made anew.
drop view if exists players, completeness;

-- Players, guests among them. A guest who never played is forgotten after a time.
create view players as
select registered.payload ->> 'playerId'     as player_id,
       registered.payload ->> 'playerName'   as player_name,
       registered.payload ? 'expiresAt'      as guest,
       registered.time                       as registered_at,
       expired.time                          as expired_at
from events registered
left join events expired on expired.subject = registered.subject and expired.type = 'PlayerExpired'
where registered.type = 'PlayerRegistered';

-- Whether all events of a subject up to its latest are here.
create view completeness as
select subject, max(sequence) as last_sequence, count(*) as events, max(sequence) = count(*) as complete
from events
group by subject;

-- Whoever reads sees all, and changes nothing.
grant select on all tables in schema public to ${reader};
