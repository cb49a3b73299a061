create index players_by_id on events ((payload ->> 'playerId')) where type = 'PlayerRegistered';
