--liquibase formatted sql
-- not audited operations.health_checks: a job writes them, and nobody changes them
-- waive status-enum operations.health_checks.status: a check is stored with its status, which never changes
-- waive flexible-data-jsonb operations.health_checks.details: a sentence for administrators

--changeset operations:010-create-health-status
CREATE TYPE operations.health_status AS ENUM ('healthy', 'degraded', 'unhealthy');
COMMENT ON TYPE operations.health_status IS 'Health of something that Ashlar depends on.';
--rollback DROP TYPE operations.health_status;

--changeset operations:010-create-health-checks
--comment: Written by a job once a minute, never by requests.
CREATE TABLE operations.health_checks (
    id               uuid                     NOT NULL,
    component        text                     NOT NULL,
    status           operations.health_status NOT NULL,
    response_time_ms int                      NOT NULL,
    details          text,
    created_at       timestamptz              NOT NULL,
    CONSTRAINT pk_health_checks PRIMARY KEY (created_at, id),
    CONSTRAINT chk_health_checks_component CHECK (component ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(component) <= 40),
    CONSTRAINT chk_health_checks_response_time_ms CHECK (response_time_ms >= 0),
    CONSTRAINT chk_health_checks_details CHECK (
        (status = 'healthy') = (details IS NULL) AND length(details) BETWEEN 1 AND 500
    )
) PARTITION BY RANGE (created_at);
CREATE INDEX ix_health_checks_component ON operations.health_checks (component, created_at, id);
COMMENT ON TABLE operations.health_checks IS 'Health of each component, minute by minute. Partitions of a month are dropped after the retention. Delete policy: hard.';
COMMENT ON COLUMN operations.health_checks.component IS 'Name of the probe, as in payment-gateway.';
COMMENT ON COLUMN operations.health_checks.response_time_ms IS 'Time that the probe took.';
COMMENT ON COLUMN operations.health_checks.details IS 'Reason; null if it was healthy.';
GRANT SELECT, INSERT ON operations.health_checks TO ashlar_app;
--rollback DROP TABLE operations.health_checks;

--changeset operations:010-create-default-partition
--comment: Holds rows of months that have no partition, until the job has made one, so that none is lost.
CREATE TABLE operations.health_checks_default PARTITION OF operations.health_checks DEFAULT;
--rollback DROP TABLE operations.health_checks_default;

--changeset operations:010-create-make-health-partitions splitStatements:false
--comment: Attaching, unlike CREATE TABLE … PARTITION OF, lets readers go on. Writers wait, because a row on its way to the default partition would be refused once that may no longer hold it.
CREATE FUNCTION operations.make_health_partitions(first_month date, last_month date) RETURNS int
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET timezone = 'UTC'
    SET lock_timeout = '5s'
AS
$$
DECLARE
    columns constant text := (
        SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum)
        FROM pg_attribute
        WHERE attrelid = 'operations.health_checks'::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped
    );
    months date[];
    month date;
    partition text;
BEGIN
    LOCK TABLE operations.health_checks IN SHARE UPDATE EXCLUSIVE MODE; -- by one instance at a time
    months := ARRAY(
        SELECT wanted.month
        FROM (
            SELECT generate_series(date_trunc('month', first_month), last_month, INTERVAL '1 month')::date AS month
            UNION
            SELECT date_trunc('month', created_at)::date FROM operations.health_checks_default
        ) AS wanted
        WHERE to_regclass('operations.health_checks_' || to_char(wanted.month, 'YYYY_MM')) IS NULL
        ORDER BY wanted.month
    );
    IF cardinality(months) = 0 THEN
        RETURN 0;
    END IF;
    LOCK TABLE operations.health_checks IN SHARE ROW EXCLUSIVE MODE;
    FOREACH month IN ARRAY months LOOP
        partition := 'health_checks_' || to_char(month, 'YYYY_MM');
        EXECUTE format('CREATE TABLE operations.%I (LIKE operations.health_checks INCLUDING ALL)', partition);
        EXECUTE format(
            'WITH moved AS ('
            '    DELETE FROM operations.health_checks_default WHERE created_at >= %1$L AND created_at < %2$L RETURNING %3$s'
            ') INSERT INTO operations.%4$I (%3$s) SELECT %3$s FROM moved',
            month::timestamptz, (month + INTERVAL '1 month')::timestamptz, columns, partition
        );
        EXECUTE format(
            'ALTER TABLE operations.health_checks ATTACH PARTITION operations.%I FOR VALUES FROM (%L) TO (%L)',
            partition, month::timestamptz, (month + INTERVAL '1 month')::timestamptz
        );
    END LOOP;
    RETURN cardinality(months);
END
$$;
COMMENT ON FUNCTION operations.make_health_partitions(date, date) IS 'Makes the partitions of health_checks that are missing between two months, and those for rows of the default partition, which it moves; returns their number.';
REVOKE EXECUTE ON FUNCTION operations.make_health_partitions(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION operations.make_health_partitions(date, date) TO ashlar_app;
--rollback DROP FUNCTION operations.make_health_partitions(date, date);

--changeset operations:010-create-drop-health-partitions splitStatements:false
--comment: A month that has not ended is never dropped, whatever the caller asks for.
CREATE FUNCTION operations.drop_health_partitions(first_kept_month date) RETURNS int
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    SET timezone = 'UTC'
    SET lock_timeout = '5s'
AS
$$
DECLARE
    partitions text[];
    partition text;
BEGIN
    LOCK TABLE operations.health_checks IN SHARE UPDATE EXCLUSIVE MODE; -- by one instance at a time
    partitions := ARRAY(
        SELECT p.relname
        FROM pg_inherits i
        JOIN pg_class p ON p.oid = i.inhrelid
        WHERE i.inhparent = 'operations.health_checks'::regclass
            AND p.relname ~ '_[0-9]{4}_[0-9]{2}$'
            AND to_date(right(p.relname, 7), 'YYYY_MM')
                < least(date_trunc('month', first_kept_month), date_trunc('month', now()))
        ORDER BY p.relname
    );
    FOREACH partition IN ARRAY partitions LOOP
        EXECUTE format('DROP TABLE operations.%I', partition);
    END LOOP;
    RETURN cardinality(partitions);
END
$$;
COMMENT ON FUNCTION operations.drop_health_partitions(date) IS 'Drops the partitions of health_checks before a month; returns their number.';
REVOKE EXECUTE ON FUNCTION operations.drop_health_partitions(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION operations.drop_health_partitions(date) TO ashlar_app;
--rollback DROP FUNCTION operations.drop_health_partitions(date);

--changeset operations:010-make-health-partitions
--comment: The job makes those of earlier months within the retention, and of later ones in time.
SELECT operations.make_health_partitions(
    (now() - INTERVAL '1 month')::date, (now() + INTERVAL '3 months')::date
);
--rollback SELECT 'Nothing to undo: partitions go with their table.';
