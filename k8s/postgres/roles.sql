-- Run once by the superuser, when a cluster is made and before the operator knows its roles: it keeps their passwords and limits, and cannot set these.

-- The connectors: adds events, and changes none. A worker that is frozen in the middle of a transaction holds its rows, and whoever takes over
-- waits for them.
create role dungeon_writer;
alter role dungeon_writer set idle_in_transaction_session_timeout = '5s';

-- The history's service, when it answers.
create role dungeon_reader;
alter role dungeon_reader set default_transaction_read_only = on;

-- People with SQL: what the service may read, by connections of their own, and nobody waits for a query that has no end.
create role dungeon_analyst;
grant dungeon_reader to dungeon_analyst;
alter role dungeon_analyst set default_transaction_read_only = on;
alter role dungeon_analyst set statement_timeout = '5min';
