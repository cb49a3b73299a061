-- A connector that begins again writes what is there already; that is let through without writing. Another event under the same key is
-- a fault, and the connector stops.
create function keep_what_happened() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new is not distinct from old then
        return null;
    end if;
    -- A map can make a row of a megabyte, and the connector tries again and again.
    raise exception 'A row of % differs from the one that is here, and what happened never changes: % is to become %',
        tg_table_name, left(old::text, 500), case tg_op when 'UPDATE' then left(new::text, 500) else 'nothing' end
        using hint = 'If this database belonged to another installation, give the connector an empty one.',
              errcode = 'integrity_constraint_violation';
end $$;

create function refuse_truncation() returns trigger language plpgsql as $$
begin
    raise exception 'What happened stays: % is not truncated', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

-- Which filling of the database this is. Connectors remember in Kafka how far they have come, under this name; so an empty database is filled from
-- the beginning, also where there was another one before. Who brings back an older copy gives it a new name: update origin set id = gen_random_uuid();
create table origin (
    id     uuid    not null default gen_random_uuid(),
    single boolean primary key default true check (single)
);
insert into origin default values;
