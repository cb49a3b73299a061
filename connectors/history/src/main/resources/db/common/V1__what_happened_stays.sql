-- A connector that begins again writes what is there already; that is let through without writing. Another event under the same key is
-- a fault, and the connector stops.
create function keep_what_happened() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new is not distinct from old then
        return null;
    end if;
    raise exception 'A row of % differs from the one that is here, and what happened never changes: % is to become %',
        tg_table_name, to_jsonb(old), case tg_op when 'UPDATE' then to_jsonb(new)::text else 'nothing' end
        using hint = 'If this database belonged to another installation, give the connector an empty one.',
              errcode = 'integrity_constraint_violation';
end $$;

create function refuse_truncation() returns trigger language plpgsql as $$
begin
    raise exception 'What happened stays: % is not truncated', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
