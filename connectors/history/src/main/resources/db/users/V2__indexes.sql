create index events_of_players on events (type, subject) where type in ('PlayerRegistered', 'PlayerExpired');
