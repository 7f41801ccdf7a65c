--liquibase formatted sql
-- waive migrations-on-filled-tables ai.ai_total_stats: rows are made of times that are no full hours
-- waive optimistic-lock ai.ai_total_stats: nobody edits the sums; a job computes them anew
-- waive row-timestamps ai.ai_total_stats: computed anew each time, at the time that updated_at says
-- waive timestamp-style ai.ai_total_stats.bucket: a name of the requirements
-- waive reference-or-key ai.ai_total_stats.provider_id: that of ai_interactions, which refers to the provider
-- not audited ai.ai_total_stats: recomputed from the interactions

--changeset ai:032-create-ai-total-stats
--comment: Sums of ai_stats for each filter, so that a series reads one row for each of its points. The unique key begins with what all of them have in common. To write out the digits of a histogram takes longer than to read the rest of the row.
CREATE TABLE ai.ai_total_stats (
    id                uuid           NOT NULL DEFAULT gen_random_uuid(),
    provider_id       uuid,
    model             text,
    grain             ai.stats_grain NOT NULL,
    bucket            timestamptz    NOT NULL,
    requests          bigint         NOT NULL,
    failures          bigint         NOT NULL,
    unpriced          bigint         NOT NULL,
    prompt_tokens     bigint         NOT NULL,
    completion_tokens bigint         NOT NULL,
    cached_tokens     bigint         NOT NULL,
    reasoning_tokens  bigint         NOT NULL,
    cost_usd          numeric(20, 8) NOT NULL,
    latency           numeric(984)   NOT NULL,
    ttft              numeric(984)   NOT NULL,
    updated_at        timestamptz    NOT NULL,
    latency_digits    text           NOT NULL GENERATED ALWAYS AS (latency::text) STORED,
    ttft_digits       text           NOT NULL GENERATED ALWAYS AS (ttft::text) STORED,
    CONSTRAINT pk_ai_total_stats PRIMARY KEY (id),
    CONSTRAINT uq_ai_total_stats_provider_id UNIQUE NULLS NOT DISTINCT (provider_id, model, grain, bucket),
    CONSTRAINT chk_ai_total_stats_bucket CHECK (
        CASE grain
            WHEN 'hour' THEN extract(epoch FROM bucket) % 3600 = 0
            WHEN 'day' THEN extract(epoch FROM bucket) % 86400 = 0
            ELSE extract(epoch FROM bucket) % 86400 = 0 AND extract(day FROM bucket AT TIME ZONE 'UTC') = 1
        END
    ),
    CONSTRAINT chk_ai_total_stats_model CHECK (length(model) BETWEEN 1 AND 200),
    CONSTRAINT chk_ai_total_stats_requests CHECK (requests > 0),
    CONSTRAINT chk_ai_total_stats_failures CHECK (failures BETWEEN 0 AND requests),
    CONSTRAINT chk_ai_total_stats_unpriced CHECK (unpriced BETWEEN 0 AND requests),
    CONSTRAINT chk_ai_total_stats_prompt_tokens CHECK (prompt_tokens >= 0),
    CONSTRAINT chk_ai_total_stats_completion_tokens CHECK (completion_tokens >= 0),
    CONSTRAINT chk_ai_total_stats_cached_tokens CHECK (cached_tokens BETWEEN 0 AND prompt_tokens),
    CONSTRAINT chk_ai_total_stats_reasoning_tokens CHECK (reasoning_tokens BETWEEN 0 AND completion_tokens),
    CONSTRAINT chk_ai_total_stats_cost_usd CHECK (cost_usd >= 0),
    CONSTRAINT chk_ai_total_stats_latency CHECK (latency >= 0 AND latency % 999999999999 <= requests - failures),
    CONSTRAINT chk_ai_total_stats_ttft CHECK (ttft >= 0 AND ttft % 999999999999 <= requests - failures)
);
COMMENT ON TABLE ai.ai_total_stats IS 'Calls of language models, summed up by hour, day and month: all of them, those of each provider, those of each model, and those of each model of a provider. Rows outlive the calls. Delete policy: hard.';
COMMENT ON COLUMN ai.ai_total_stats.provider_id IS 'Provider of the calls; null for those of all providers.';
COMMENT ON COLUMN ai.ai_total_stats.model IS 'Name of the model, as the client names it; null for the calls of all models.';
COMMENT ON COLUMN ai.ai_total_stats.bucket IS 'Start of the hour, day or month in UTC.';
COMMENT ON COLUMN ai.ai_total_stats.requests IS 'Calls, failed ones included.';
COMMENT ON COLUMN ai.ai_total_stats.failures IS 'Calls that failed.';
COMMENT ON COLUMN ai.ai_total_stats.unpriced IS 'Calls without a known cost.';
COMMENT ON COLUMN ai.ai_total_stats.prompt_tokens IS 'Tokens of the requests, cached ones included.';
COMMENT ON COLUMN ai.ai_total_stats.completion_tokens IS 'Tokens of the answers, those of reasoning included.';
COMMENT ON COLUMN ai.ai_total_stats.cached_tokens IS 'Tokens of the requests that the provider had cached.';
COMMENT ON COLUMN ai.ai_total_stats.reasoning_tokens IS 'Tokens of the answers spent on reasoning.';
COMMENT ON COLUMN ai.ai_total_stats.cost_usd IS 'Costs of the calls that have one.';
COMMENT ON COLUMN ai.ai_total_stats.latency IS 'Histogram of the response times of calls that did not fail; digits to base 10^12.';
COMMENT ON COLUMN ai.ai_total_stats.ttft IS 'Histogram of the times to the first token of streams that did not fail; digits to base 10^12.';
COMMENT ON COLUMN ai.ai_total_stats.latency_digits IS 'Decimal digits of latency.';
COMMENT ON COLUMN ai.ai_total_stats.ttft_digits IS 'Decimal digits of ttft.';
COMMENT ON COLUMN ai.ai_total_stats.updated_at IS 'Recomputation that last changed the row.';
GRANT SELECT, INSERT, UPDATE ON ai.ai_total_stats TO ashlar_app;
--rollback DROP TABLE ai.ai_total_stats;

--changeset ai:032-fill-ai-total-stats
--comment: Hours that an instance of the former release recomputes afterwards are summed up with the next hour of their day, or after the next reconciliation.
SET LOCAL statement_timeout = '10min';
INSERT INTO ai.ai_total_stats (
    provider_id, model, grain, bucket, requests, failures, unpriced, prompt_tokens, completion_tokens, cached_tokens,
    reasoning_tokens, cost_usd, latency, ttft, updated_at
)
SELECT
    part.provider_id, part.model, part.grain, part.bucket, sum(part.requests), sum(part.failures), sum(part.unpriced),
    sum(part.prompt_tokens), sum(part.completion_tokens), sum(part.cached_tokens), sum(part.reasoning_tokens),
    sum(part.cost_usd), sum(part.latency), sum(part.ttft), max(part.updated_at)
FROM ai.ai_stats part
GROUP BY part.grain, part.bucket, CUBE (part.provider_id, part.model)
ON CONFLICT (provider_id, model, grain, bucket) DO NOTHING;
--rollback SELECT 'Nothing to undo: the rows go with their table.';
