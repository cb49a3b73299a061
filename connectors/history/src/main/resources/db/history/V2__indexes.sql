-- The events that say what a game is and how it ended: some dozens of a game's thousands.
create index events_of_games on events (type, game_id)
    where type in ('GameCreated', 'GameStarted', 'GameEnded', 'GamePurged', 'PlayerJoined');
create index lives_of_robots on events (game_id, (payload ->> 'robotId')) where type in ('RobotSpawned', 'RobotDestroyed');
create index events_of_robots on events (game_id, (payload ->> 'robotId'), sequence) where payload ? 'robotId';
create index events_of_targets on events (game_id, (payload ->> 'targetRobotId'), sequence) where payload ? 'targetRobotId';
