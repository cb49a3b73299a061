-- The databases of compose.yaml, after k8s/postgres/roles.sql, which is run before. Nobody but its containers reaches them, so the passwords are no secret.
create role dungeon_owner login password 'dungeon';
alter role dungeon_writer login password 'dungeon';
alter role dungeon_reader login password 'dungeon';
create database history owner dungeon_owner;
create database users owner dungeon_owner;
