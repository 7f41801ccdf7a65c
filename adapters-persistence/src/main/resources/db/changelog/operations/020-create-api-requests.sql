--liquibase formatted sql
-- not audited operations.api_requests: a log itself
-- waive status-enum operations.api_requests.status: a status of HTTP

--changeset operations:020-create-api-requests
--comment: Written in batches behind the requests. Rows go with the partition of their month.
CREATE TABLE operations.api_requests (
    id             uuid           NOT NULL,
    method         text           NOT NULL,
    route          text           NOT NULL,
    path           text,
    status         int            NOT NULL,
    duration_ms    numeric(12, 1) NOT NULL,
    response_bytes bigint         NOT NULL,
    user_id        uuid,
    platform       text,
    address        inet,
    user_agent     text,
    trace_id       text,
    created_at     timestamptz    NOT NULL,
    CONSTRAINT pk_api_requests PRIMARY KEY (created_at, id),
    CONSTRAINT chk_api_requests_method CHECK (length(method) BETWEEN 1 AND 10),
    CONSTRAINT chk_api_requests_route CHECK (length(route) BETWEEN 1 AND 300),
    CONSTRAINT chk_api_requests_path CHECK (length(path) BETWEEN 1 AND 500),
    CONSTRAINT chk_api_requests_status CHECK (status BETWEEN 100 AND 599),
    CONSTRAINT chk_api_requests_duration_ms CHECK (duration_ms >= 0),
    CONSTRAINT chk_api_requests_response_bytes CHECK (response_bytes >= 0),
    CONSTRAINT chk_api_requests_platform CHECK (length(platform) BETWEEN 1 AND 40),
    CONSTRAINT chk_api_requests_user_agent CHECK (length(user_agent) BETWEEN 1 AND 200),
    CONSTRAINT chk_api_requests_trace_id CHECK (trace_id ~ '^[0-9a-f]{32}$')
) PARTITION BY RANGE (created_at);
CREATE INDEX ix_api_requests_route ON operations.api_requests (route, created_at, id);
CREATE INDEX ix_api_requests_user_id ON operations.api_requests (user_id, created_at, id);
CREATE INDEX ix_api_requests_failed ON operations.api_requests (created_at, id) WHERE status >= 500;
COMMENT ON TABLE operations.api_requests IS 'Requests that were answered, without their queries and bodies. Partitions of a month are dropped after the retention. Delete policy: hard.';
COMMENT ON COLUMN operations.api_requests.method IS 'Method, or OTHER for one that no operation has.';
COMMENT ON COLUMN operations.api_requests.route IS 'Path pattern, as in /api/v1/orders/{id}; unmatched if no operation was found.';
COMMENT ON COLUMN operations.api_requests.path IS 'Null for paths that may hold a secret: those without a route, and those with a secret in it.';
COMMENT ON COLUMN operations.api_requests.status IS 'Status of HTTP.';
COMMENT ON COLUMN operations.api_requests.duration_ms IS 'From the arrival of the request to the end of the answer.';
COMMENT ON COLUMN operations.api_requests.response_bytes IS 'Of the body, as sent.';
COMMENT ON COLUMN operations.api_requests.user_id IS 'User of identity whose access token the request had; null without one.';
COMMENT ON COLUMN operations.api_requests.platform IS 'Code that the client sent; null if it sent none.';
COMMENT ON COLUMN operations.api_requests.address IS 'Network address of the client; null if unknown.';
COMMENT ON COLUMN operations.api_requests.user_agent IS 'As the client sent it, cut; null if it sent none.';
COMMENT ON COLUMN operations.api_requests.trace_id IS 'Trace of the request (W3C); null if it was refused before it got one.';
COMMENT ON COLUMN operations.api_requests.created_at IS 'Arrival of the request.';
GRANT SELECT, INSERT ON operations.api_requests TO ashlar_app;
--rollback DROP TABLE operations.api_requests;

--changeset operations:020-create-default-request-partition
--comment: Holds rows of months that have no partition, until the job has made one, so that none is lost.
CREATE TABLE operations.api_requests_default PARTITION OF operations.api_requests DEFAULT;
--rollback DROP TABLE operations.api_requests_default;

--changeset operations:020-create-make-request-partitions splitStatements:false
--comment: Attaching, unlike CREATE TABLE … PARTITION OF, lets readers go on. Writers wait, because a row on its way to the default partition would be refused once that may no longer hold it.
CREATE FUNCTION operations.make_request_partitions(first_month date, last_month date) RETURNS int
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
        WHERE attrelid = 'operations.api_requests'::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped
    );
    months date[];
    month date;
    partition text;
BEGIN
    LOCK TABLE operations.api_requests IN SHARE UPDATE EXCLUSIVE MODE; -- by one instance at a time
    months := ARRAY(
        SELECT wanted.month
        FROM (
            SELECT generate_series(date_trunc('month', first_month), last_month, INTERVAL '1 month')::date AS month
            UNION
            SELECT date_trunc('month', created_at)::date FROM operations.api_requests_default
        ) AS wanted
        WHERE to_regclass('operations.api_requests_' || to_char(wanted.month, 'YYYY_MM')) IS NULL
        ORDER BY wanted.month
    );
    IF cardinality(months) = 0 THEN
        RETURN 0;
    END IF;
    LOCK TABLE operations.api_requests IN SHARE ROW EXCLUSIVE MODE;
    FOREACH month IN ARRAY months LOOP
        partition := 'api_requests_' || to_char(month, 'YYYY_MM');
        EXECUTE format('CREATE TABLE operations.%I (LIKE operations.api_requests INCLUDING ALL)', partition);
        EXECUTE format(
            'WITH moved AS ('
            '    DELETE FROM operations.api_requests_default WHERE created_at >= %1$L AND created_at < %2$L RETURNING %3$s'
            ') INSERT INTO operations.%4$I (%3$s) SELECT %3$s FROM moved',
            month::timestamptz, (month + INTERVAL '1 month')::timestamptz, columns, partition
        );
        EXECUTE format(
            'ALTER TABLE operations.api_requests ATTACH PARTITION operations.%I FOR VALUES FROM (%L) TO (%L)',
            partition, month::timestamptz, (month + INTERVAL '1 month')::timestamptz
        );
    END LOOP;
    RETURN cardinality(months);
END
$$;
COMMENT ON FUNCTION operations.make_request_partitions(date, date) IS 'Makes the partitions of api_requests that are missing between two months, and those for rows of the default partition, which it moves; returns their number.';
REVOKE EXECUTE ON FUNCTION operations.make_request_partitions(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION operations.make_request_partitions(date, date) TO ashlar_app;
--rollback DROP FUNCTION operations.make_request_partitions(date, date);

--changeset operations:020-create-drop-request-partitions splitStatements:false
--comment: A month that has not ended is never dropped, whatever the caller asks for.
CREATE FUNCTION operations.drop_request_partitions(first_kept_month date) RETURNS int
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
    LOCK TABLE operations.api_requests IN SHARE UPDATE EXCLUSIVE MODE; -- by one instance at a time
    partitions := ARRAY(
        SELECT p.relname
        FROM pg_inherits i
        JOIN pg_class p ON p.oid = i.inhrelid
        WHERE i.inhparent = 'operations.api_requests'::regclass
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
COMMENT ON FUNCTION operations.drop_request_partitions(date) IS 'Drops the partitions of api_requests before a month; returns their number.';
REVOKE EXECUTE ON FUNCTION operations.drop_request_partitions(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION operations.drop_request_partitions(date) TO ashlar_app;
--rollback DROP FUNCTION operations.drop_request_partitions(date);

--changeset operations:020-make-request-partitions
--comment: The job makes those of earlier months within the retention, and of later ones in time.
SELECT operations.make_request_partitions(
    (now() - INTERVAL '1 month')::date, (now() + INTERVAL '3 months')::date
);
--rollback SELECT 'Nothing to undo: partitions go with their table.';
