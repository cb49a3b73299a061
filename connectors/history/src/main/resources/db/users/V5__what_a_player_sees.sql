-- A player may see all that is kept about who they are.
create index identity_events_by_player on identity_events ((payload ->> 'playerId'));
