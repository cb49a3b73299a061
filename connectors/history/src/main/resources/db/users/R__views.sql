-- All views of the users. They hold nothing, so whoever changes one lets all be made anew.
drop view if exists players, completeness, logins;

-- Players, guests among them. A guest who never played is forgotten after a time; a name that was taken away is shown no more.
create view players as
select registered.payload ->> 'playerId'     as player_id,
       coalesce(renamed.player_name, registered.payload ->> 'playerName') as player_name,
       registered.payload ? 'expiresAt'      as guest,
       registered.time                       as registered_at,
       expired.time                          as expired_at
from events registered
left join lateral (
    -- Whoever takes a name away twice gives the same one.
    select payload ->> 'playerName' as player_name
    from events
    where subject = registered.subject and type = 'PlayerRenamed'
    limit 1
) renamed on true
left join events expired on expired.subject = registered.subject and expired.type = 'PlayerExpired'
where registered.type = 'PlayerRegistered';

-- Accounts elsewhere by their keyed hash, to whom they are or were linked, and how often their owners have signed in.
create view logins as
select subject                                                            as login,
       (array_agg(payload ->> 'playerId' order by sequence desc)
           filter (where type in ('LoginLinked', 'SignedIn')))[1]         as player_id,
       max(time) filter (where type = 'LoginLinked')                      as linked_at,
       max(time) filter (where type in ('LoginLinked', 'SignedIn'))       as signed_in_at,
       count(*) filter (where type in ('LoginLinked', 'SignedIn'))        as logins,
       (array_agg(type order by sequence desc)
           filter (where type in ('LoginLinked', 'SignedIn', 'LoginUnlinked')))[1] <> 'LoginUnlinked' as linked
from identity_events
where subject like 'login:%'
group by subject;

-- Whether all events of a subject up to its latest are here.
create view completeness as
select subject, max(sequence) as last_sequence, count(*) as events, max(sequence) = count(*) as complete
from events
group by subject;

-- Whoever reads sees all, and changes nothing.
grant select on all tables in schema public to ${reader};
