--liquibase formatted sql
-- waive plural-table-names kernel.audit_log: the name of the requirements; a log is made of many entries
-- waive trigger-own-schema kernel.audit: audited schemas stay on the server of the kernel until each has its own log (ADR 74)

--changeset kernel:012-create-audit-log
--comment: In the kernel, because triggers of tables of all contexts write it. The application may only read it.
CREATE TABLE kernel.audit_log (
    id           uuid        NOT NULL,
    subject_type text        NOT NULL,
    subject_id   uuid        NOT NULL,
    actor_id     uuid,
    action       text,
    trace_id     text,
    login        text        NOT NULL,
    before       jsonb,
    after        jsonb,
    created_at   timestamptz NOT NULL,
    CONSTRAINT pk_audit_log PRIMARY KEY (id),
    CONSTRAINT chk_audit_log_subject_type CHECK (length(subject_type) BETWEEN 3 AND 130),
    CONSTRAINT chk_audit_log_action CHECK (length(action) BETWEEN 1 AND 300),
    CONSTRAINT chk_audit_log_trace_id CHECK (trace_id ~ '^[0-9a-f]{32}$'),
    CONSTRAINT chk_audit_log_login CHECK (length(login) BETWEEN 1 AND 63),
    CONSTRAINT chk_audit_log_after CHECK (before IS DISTINCT FROM after)
);
CREATE INDEX ix_audit_log_subject_id ON kernel.audit_log (subject_id, id);
CREATE INDEX ix_audit_log_actor_id ON kernel.audit_log (actor_id, id);
COMMENT ON TABLE kernel.audit_log IS 'Changes of money, tokens, seats, roles and decisions, each written by a trigger in the transaction of the change. Delete policy: append-only.';
COMMENT ON COLUMN kernel.audit_log.id IS 'UUIDv7 of the time of the change, to the microsecond.';
COMMENT ON COLUMN kernel.audit_log.subject_type IS 'Table that was changed, with its schema, as in commerce.orders.';
COMMENT ON COLUMN kernel.audit_log.subject_id IS 'Key of the changed row in wallet, commerce or another schema, as subject_type says.';
COMMENT ON COLUMN kernel.audit_log.actor_id IS 'User of identity; null for the application itself, callers without a login, and SQL by hand.';
COMMENT ON COLUMN kernel.audit_log.action IS 'Operation, job or listener, as in POST /api/v1/orders/{id}/refund; null for commands and SQL by hand.';
COMMENT ON COLUMN kernel.audit_log.trace_id IS 'Trace of the request or job (W3C); null outside these.';
COMMENT ON COLUMN kernel.audit_log.login IS 'Login of the database session.';
COMMENT ON COLUMN kernel.audit_log.before IS 'Audited columns before the change; null for a new row.';
COMMENT ON COLUMN kernel.audit_log.after IS 'Audited columns after the change; null for a deleted row.';
GRANT SELECT ON kernel.audit_log TO ashlar_app;
--rollback DROP TABLE kernel.audit_log;

--changeset kernel:012-audit-log-is-append-only
--comment: A log that could be edited would prove nothing.
CREATE TRIGGER refuse_change
    BEFORE UPDATE OR DELETE OR TRUNCATE ON kernel.audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
--rollback DROP TRIGGER refuse_change ON kernel.audit_log;

--changeset kernel:012-create-audit splitStatements:false
--comment: Columns are named one by one, so that no secret and no personal text gets into the log by accident.
CREATE FUNCTION kernel.audit() RETURNS trigger
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
AS
$$
DECLARE
    moment constant timestamptz := clock_timestamp();
    micros constant bigint := (extract(epoch FROM moment) * 1000000)::bigint;
    key_column constant text := TG_ARGV[0];
    old_row jsonb;
    new_row jsonb;
    was jsonb;
    becomes jsonb;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        old_row := to_jsonb(OLD);
        was := (SELECT jsonb_object_agg(audited, old_row -> audited) FROM unnest(TG_ARGV[1:]) AS audited);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        new_row := to_jsonb(NEW);
        becomes := (SELECT jsonb_object_agg(audited, new_row -> audited) FROM unnest(TG_ARGV[1:]) AS audited);
    END IF;
    IF was IS NOT DISTINCT FROM becomes THEN
        RETURN NULL;
    END IF;
    INSERT INTO kernel.audit_log (
        id, subject_type, subject_id, actor_id, action, trace_id, login, before, after, created_at
    )
    VALUES (
        (
            lpad(to_hex(micros / 1000), 12, '0') || '7' || lpad(to_hex(micros % 1000 * 4096 / 1000), 3, '0')
            || right(replace(gen_random_uuid()::text, '-', ''), 16)
        )::uuid,
        TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME,
        (COALESCE(new_row, old_row) ->> key_column)::uuid,
        NULLIF(current_setting('ashlar.actor', TRUE), '')::uuid,
        NULLIF(current_setting('ashlar.action', TRUE), ''),
        NULLIF(current_setting('ashlar.trace', TRUE), ''),
        session_user,
        was,
        becomes,
        moment
    );
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION kernel.audit() IS 'Trigger function of audited tables; its arguments are the column of the key, then those to log. Writes a row of audit_log unless these stay the same.';
REVOKE EXECUTE ON FUNCTION kernel.audit() FROM PUBLIC;
--rollback DROP FUNCTION kernel.audit();
