--liquibase formatted sql
-- waive migrations-on-filled-tables ai.ai_interactions: refers to ai_providers, of which no rows are made

--changeset ai:010-create-interaction-status
CREATE TYPE ai.interaction_status AS ENUM ('pending', 'processed', 'failed');
COMMENT ON TYPE ai.interaction_status IS 'Status of a call of a language model.';
--rollback DROP TYPE ai.interaction_status;

--changeset ai:010-create-usage-source
CREATE TYPE ai.usage_source AS ENUM ('provider', 'estimated');
COMMENT ON TYPE ai.usage_source IS 'Origin of the number of tokens of a call.';
--rollback DROP TYPE ai.usage_source;

--changeset ai:010-create-interaction-time splitStatements:false
--comment: PostgreSQL reads the time of a UUIDv7 itself only from version 17 on.
CREATE FUNCTION ai.interaction_time(id uuid) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0);
COMMENT ON FUNCTION ai.interaction_time(uuid) IS 'Time of a UUIDv7, to the millisecond.';
--rollback DROP FUNCTION ai.interaction_time(uuid);

--changeset ai:010-create-ai-interactions
--comment: The time is that of the id, so that a retry meets the row of the first attempt in the same partition. Rows in the order of their ids are in the order of their times.
CREATE TABLE ai.ai_interactions (
    id                uuid                  NOT NULL,
    provider_id       uuid                  NOT NULL,
    model             text                  NOT NULL,
    user_id           uuid                  NOT NULL,
    platform          text                  NOT NULL,
    trace_id          text,
    status            ai.interaction_status NOT NULL DEFAULT 'pending',
    status_code       int,
    error             text,
    response_time_ms  int,
    ttft_ms           int,
    prompt_tokens     bigint,
    completion_tokens bigint,
    cached_tokens     bigint,
    reasoning_tokens  bigint,
    total_tokens      bigint                GENERATED ALWAYS AS (prompt_tokens + completion_tokens) STORED,
    usage_source      ai.usage_source,
    cost_usd          numeric(18, 8),
    request           jsonb,
    response          jsonb,
    created_at        timestamptz           NOT NULL,
    updated_at        timestamptz           NOT NULL,
    CONSTRAINT pk_ai_interactions PRIMARY KEY (created_at, id),
    CONSTRAINT fk_ai_interactions_provider_id FOREIGN KEY (provider_id) REFERENCES ai.ai_providers (id) ON DELETE RESTRICT,
    CONSTRAINT chk_ai_interactions_model CHECK (length(model) BETWEEN 1 AND 200),
    CONSTRAINT chk_ai_interactions_platform CHECK (length(platform) BETWEEN 1 AND 40),
    CONSTRAINT chk_ai_interactions_trace_id CHECK (trace_id ~ '^[0-9a-f]{32}$'),
    CONSTRAINT chk_ai_interactions_status_code CHECK (status_code BETWEEN 100 AND 599),
    CONSTRAINT chk_ai_interactions_error CHECK (
        (status = 'failed') = (error IS NOT NULL) AND length(error) BETWEEN 1 AND 2000
    ),
    CONSTRAINT chk_ai_interactions_response_time_ms CHECK (response_time_ms >= 0),
    CONSTRAINT chk_ai_interactions_ttft_ms CHECK (ttft_ms >= 0),
    CONSTRAINT chk_ai_interactions_prompt_tokens CHECK (prompt_tokens BETWEEN 0 AND 1000000000),
    CONSTRAINT chk_ai_interactions_completion_tokens CHECK (completion_tokens BETWEEN 0 AND 1000000000),
    CONSTRAINT chk_ai_interactions_cached_tokens CHECK (cached_tokens BETWEEN 0 AND prompt_tokens),
    CONSTRAINT chk_ai_interactions_reasoning_tokens CHECK (reasoning_tokens BETWEEN 0 AND completion_tokens),
    CONSTRAINT chk_ai_interactions_usage_source CHECK (
        num_nulls(usage_source, prompt_tokens, completion_tokens, cached_tokens, reasoning_tokens) IN (0, 5)
    ),
    CONSTRAINT chk_ai_interactions_cost_usd CHECK (
        cost_usd >= 0 AND (cost_usd IS NULL OR usage_source IS NOT NULL)
    ),
    CONSTRAINT chk_ai_interactions_created_at CHECK (created_at = ai.interaction_time(id))
) PARTITION BY RANGE (created_at);
CREATE INDEX ix_ai_interactions_provider_id ON ai.ai_interactions (provider_id, created_at, id);
CREATE INDEX ix_ai_interactions_model ON ai.ai_interactions (model, created_at, id);
CREATE INDEX ix_ai_interactions_user_id ON ai.ai_interactions (user_id, created_at, id);
CREATE INDEX ix_ai_interactions_status ON ai.ai_interactions (status, created_at, id);
COMMENT ON TABLE ai.ai_interactions IS 'Calls of language models, one row for each attempt at a provider. Partitions of a month are dropped after the retention. Delete policy: hard.';
COMMENT ON COLUMN ai.ai_interactions.model IS 'Name of the model, as the client names it.';
COMMENT ON COLUMN ai.ai_interactions.user_id IS 'User of identity who made the call.';
COMMENT ON COLUMN ai.ai_interactions.platform IS 'Code of a platform of identity.';
COMMENT ON COLUMN ai.ai_interactions.trace_id IS 'Trace of the request (W3C); null if the call was made elsewhere, or its user has left.';
COMMENT ON COLUMN ai.ai_interactions.status_code IS 'HTTP status of the answer of the provider; null if there was none.';
COMMENT ON COLUMN ai.ai_interactions.error IS 'Reason of a failure; null unless the status is failed.';
COMMENT ON COLUMN ai.ai_interactions.response_time_ms IS 'From the call to the end of the answer; null if unknown.';
COMMENT ON COLUMN ai.ai_interactions.ttft_ms IS 'From the call to the first token of a stream; null for an answer in one piece.';
COMMENT ON COLUMN ai.ai_interactions.prompt_tokens IS 'Tokens of the request, cached ones included; null, as all tokens, if unknown.';
COMMENT ON COLUMN ai.ai_interactions.completion_tokens IS 'Tokens of the answer, those of reasoning included.';
COMMENT ON COLUMN ai.ai_interactions.cached_tokens IS 'Tokens of the request that the provider had cached.';
COMMENT ON COLUMN ai.ai_interactions.reasoning_tokens IS 'Tokens of the answer spent on reasoning.';
COMMENT ON COLUMN ai.ai_interactions.total_tokens IS 'Tokens of request and answer together.';
COMMENT ON COLUMN ai.ai_interactions.usage_source IS 'Origin of the numbers of tokens; null if they are unknown.';
COMMENT ON COLUMN ai.ai_interactions.cost_usd IS 'By the prices at the time of the call, frozen; null if the model had no price or the tokens are unknown.';
COMMENT ON COLUMN ai.ai_interactions.request IS 'Body, as far as the content policy of the provider keeps it; null otherwise.';
COMMENT ON COLUMN ai.ai_interactions.response IS 'Body, as far as the content policy of the provider keeps it; null otherwise.';
COMMENT ON COLUMN ai.ai_interactions.created_at IS 'Time of the call, which is that of the id.';
COMMENT ON COLUMN ai.ai_interactions.updated_at IS 'Last change of the status, or erasure of the content.';
GRANT SELECT, INSERT, UPDATE ON ai.ai_interactions TO ashlar_app;
--rollback DROP TABLE ai.ai_interactions;

--changeset ai:010-create-default-partition
--comment: Holds rows of months that have no partition, until the job has made one, so that none is lost.
CREATE TABLE ai.ai_interactions_default PARTITION OF ai.ai_interactions DEFAULT;
--rollback DROP TABLE ai.ai_interactions_default;

--changeset ai:010-create-make-interaction-partitions splitStatements:false
--comment: Attaching, unlike CREATE TABLE … PARTITION OF, lets readers go on. Writers wait, because a row on its way to the default partition would be refused once that may no longer hold it.
CREATE FUNCTION ai.make_interaction_partitions(first_month date, last_month date) RETURNS int
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
        WHERE attrelid = 'ai.ai_interactions'::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped
    );
    months date[];
    month date;
    partition text;
BEGIN
    LOCK TABLE ai.ai_interactions IN SHARE UPDATE EXCLUSIVE MODE; -- by one instance at a time
    months := ARRAY(
        SELECT wanted.month
        FROM (
            SELECT generate_series(date_trunc('month', first_month), last_month, INTERVAL '1 month')::date AS month
            UNION
            SELECT date_trunc('month', created_at)::date FROM ai.ai_interactions_default
        ) AS wanted
        WHERE to_regclass('ai.ai_interactions_' || to_char(wanted.month, 'YYYY_MM')) IS NULL
        ORDER BY wanted.month
    );
    IF cardinality(months) = 0 THEN
        RETURN 0;
    END IF;
    LOCK TABLE ai.ai_interactions IN SHARE ROW EXCLUSIVE MODE;
    FOREACH month IN ARRAY months LOOP
        partition := 'ai_interactions_' || to_char(month, 'YYYY_MM');
        EXECUTE format('CREATE TABLE ai.%I (LIKE ai.ai_interactions INCLUDING ALL)', partition);
        EXECUTE format(
            'WITH moved AS ('
            '    DELETE FROM ai.ai_interactions_default WHERE created_at >= %1$L AND created_at < %2$L RETURNING %3$s'
            ') INSERT INTO ai.%4$I (%3$s) SELECT %3$s FROM moved',
            month::timestamptz, (month + INTERVAL '1 month')::timestamptz, columns, partition
        );
        EXECUTE format(
            'ALTER TABLE ai.ai_interactions ATTACH PARTITION ai.%I FOR VALUES FROM (%L) TO (%L)',
            partition, month::timestamptz, (month + INTERVAL '1 month')::timestamptz
        );
    END LOOP;
    RETURN cardinality(months);
END
$$;
COMMENT ON FUNCTION ai.make_interaction_partitions(date, date) IS 'Makes the partitions of ai_interactions that are missing between two months, and those for rows of the default partition, which it moves; returns their number.';
REVOKE EXECUTE ON FUNCTION ai.make_interaction_partitions(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ai.make_interaction_partitions(date, date) TO ashlar_app;
--rollback DROP FUNCTION ai.make_interaction_partitions(date, date);

--changeset ai:010-create-drop-interaction-partitions splitStatements:false
--comment: A month that has not ended is never dropped, whatever the caller asks for.
CREATE FUNCTION ai.drop_interaction_partitions(first_kept_month date) RETURNS int
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
    LOCK TABLE ai.ai_interactions IN SHARE UPDATE EXCLUSIVE MODE; -- by one instance at a time
    partitions := ARRAY(
        SELECT p.relname
        FROM pg_inherits i
        JOIN pg_class p ON p.oid = i.inhrelid
        WHERE i.inhparent = 'ai.ai_interactions'::regclass
            AND p.relname ~ '_[0-9]{4}_[0-9]{2}$'
            AND to_date(right(p.relname, 7), 'YYYY_MM')
                < least(date_trunc('month', first_kept_month), date_trunc('month', now()))
        ORDER BY p.relname
    );
    FOREACH partition IN ARRAY partitions LOOP
        EXECUTE format('DROP TABLE ai.%I', partition);
    END LOOP;
    RETURN cardinality(partitions);
END
$$;
COMMENT ON FUNCTION ai.drop_interaction_partitions(date) IS 'Drops the partitions of ai_interactions before a month; returns their number.';
REVOKE EXECUTE ON FUNCTION ai.drop_interaction_partitions(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ai.drop_interaction_partitions(date) TO ashlar_app;
--rollback DROP FUNCTION ai.drop_interaction_partitions(date);

--changeset ai:010-make-interaction-partitions
--comment: The job makes those of earlier months within the retention, and of later ones in time.
SELECT ai.make_interaction_partitions(
    (now() - INTERVAL '1 month')::date, (now() + INTERVAL '3 months')::date
);
--rollback SELECT 'Nothing to undo: partitions go with their table.';
