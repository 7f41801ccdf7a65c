--liquibase formatted sql

--changeset kernel:013-create-make-partitions splitStatements:false
--comment: Functions of contexts call it for their tables with the rights of the owner. Attaching, unlike CREATE TABLE … PARTITION OF, lets readers go on. Writers wait, because a row on its way to the default partition would be refused once that may no longer hold it.
CREATE FUNCTION kernel.make_partitions(partitioned regclass, first_month date, last_month date) RETURNS int
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET timezone = 'UTC'
    SET lock_timeout = '5s'
AS
$$
DECLARE
    rest constant regclass := (SELECT partdefid FROM pg_partitioned_table WHERE partrelid = partitioned);
    columns constant text := (
        SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum)
        FROM pg_attribute
        WHERE attrelid = partitioned AND attnum > 0 AND attgenerated = '' AND NOT attisdropped
    );
    months date[];
    month date;
    partition text;
BEGIN
    EXECUTE format('LOCK TABLE %s IN SHARE UPDATE EXCLUSIVE MODE', partitioned); -- by one instance at a time
    EXECUTE format('SELECT array_agg(DISTINCT date_trunc(''month'', created_at)::date) FROM %s', rest) INTO months;
    months := ARRAY(
        SELECT wanted.month
        FROM (
            SELECT generate_series(date_trunc('month', first_month), last_month, INTERVAL '1 month')::date AS month
            UNION
            SELECT unnest(months)
        ) AS wanted
        WHERE to_regclass(partitioned || to_char(wanted.month, '_YYYY_MM')) IS NULL
        ORDER BY wanted.month
    );
    IF cardinality(months) = 0 THEN
        RETURN 0;
    END IF;
    EXECUTE format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', partitioned);
    FOREACH month IN ARRAY months LOOP
        partition := partitioned || to_char(month, '_YYYY_MM');
        EXECUTE format('CREATE TABLE %s (LIKE %s INCLUDING ALL)', partition, partitioned);
        EXECUTE format(
            'WITH moved AS ('
            '    DELETE FROM %1$s WHERE created_at >= %2$L AND created_at < %3$L RETURNING %4$s'
            ') INSERT INTO %5$s (%4$s) SELECT %4$s FROM moved',
            rest, month::timestamptz, (month + INTERVAL '1 month')::timestamptz, columns, partition
        );
        EXECUTE format(
            'ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (%L) TO (%L)',
            partitioned, partition, month::timestamptz, (month + INTERVAL '1 month')::timestamptz
        );
    END LOOP;
    RETURN cardinality(months);
END
$$;
COMMENT ON FUNCTION kernel.make_partitions(regclass, date, date) IS 'Makes the partitions that a table partitioned by created_at lacks between two months, and those for rows of its default partition, which it moves; returns their number. They are named after the table and the month in UTC, as in ai_interactions_2026_11.';
REVOKE EXECUTE ON FUNCTION kernel.make_partitions(regclass, date, date) FROM PUBLIC;
--rollback DROP FUNCTION kernel.make_partitions(regclass, date, date);

--changeset kernel:013-create-drop-partitions splitStatements:false
--comment: A month that has not ended is never dropped, whatever the caller asks for.
CREATE FUNCTION kernel.drop_partitions(partitioned regclass, first_kept_month date) RETURNS int
    LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp
    SET timezone = 'UTC'
    SET lock_timeout = '5s'
AS
$$
DECLARE
    partitions regclass[];
    partition regclass;
BEGIN
    EXECUTE format('LOCK TABLE %s IN SHARE UPDATE EXCLUSIVE MODE', partitioned); -- by one instance at a time
    partitions := ARRAY(
        SELECT p.oid::regclass
        FROM pg_inherits i
        JOIN pg_class p ON p.oid = i.inhrelid
        WHERE i.inhparent = partitioned
            AND p.relname ~ '_[0-9]{4}_[0-9]{2}$'
            AND to_date(right(p.relname, 7), 'YYYY_MM')
                < least(date_trunc('month', first_kept_month), date_trunc('month', now()))
        ORDER BY p.relname
    );
    FOREACH partition IN ARRAY partitions LOOP
        EXECUTE format('DROP TABLE %s', partition);
    END LOOP;
    RETURN cardinality(partitions);
END
$$;
COMMENT ON FUNCTION kernel.drop_partitions(regclass, date) IS 'Drops the partitions of a table before a month that kernel.make_partitions has made; returns their number.';
REVOKE EXECUTE ON FUNCTION kernel.drop_partitions(regclass, date) FROM PUBLIC;
--rollback DROP FUNCTION kernel.drop_partitions(regclass, date);
