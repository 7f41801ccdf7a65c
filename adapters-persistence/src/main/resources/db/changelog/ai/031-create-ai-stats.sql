--liquibase formatted sql
-- waive migrations-on-filled-tables ai.ai_user_stats: rows are made of times that are no full hours
-- waive migrations-on-filled-tables ai.ai_stats: rows are made of times that are no full hours
-- waive optimistic-lock ai.ai_stats: nobody edits the sums; a job computes them anew
-- waive optimistic-lock ai.ai_user_stats: nobody edits the sums; a job computes them anew
-- waive row-timestamps ai.ai_stats: computed anew each time, at the time that updated_at says
-- waive row-timestamps ai.ai_user_stats: computed anew each time, at the time that updated_at says
-- waive timestamp-style ai.ai_stats.bucket: a name of the requirements
-- waive timestamp-style ai.ai_user_stats.bucket: a name of the requirements
-- waive reference-or-key ai.ai_stats.provider_id: that of ai_interactions, which refers to the provider
-- waive reference-or-key ai.ai_user_stats.provider_id: that of ai_interactions, which refers to the provider

--changeset ai:031-create-stats-grain
CREATE TYPE ai.stats_grain AS ENUM ('hour', 'day', 'month');
COMMENT ON TYPE ai.stats_grain IS 'Span of time of a row of statistics, in UTC.';
--rollback DROP TYPE ai.stats_grain;

--changeset ai:031-create-ai-stats
-- waive one-logical-change: the table is made with its partitions
--comment: A sum over years reads rows of months, and rows of days and hours at its ends only. The counts of a histogram are the digits of one number to base 10^12, so that sum() adds histograms; modulo 10^12 - 1 the number is the sum of the counts.
CREATE TABLE ai.ai_stats (
    grain             ai.stats_grain NOT NULL,
    bucket            timestamptz    NOT NULL,
    provider_id       uuid           NOT NULL,
    model             text           NOT NULL,
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
    CONSTRAINT pk_ai_stats PRIMARY KEY (grain, bucket, provider_id, model),
    CONSTRAINT chk_ai_stats_bucket CHECK (
        CASE grain
            WHEN 'hour' THEN extract(epoch FROM bucket) % 3600 = 0
            WHEN 'day' THEN extract(epoch FROM bucket) % 86400 = 0
            ELSE extract(epoch FROM bucket) % 86400 = 0 AND extract(day FROM bucket AT TIME ZONE 'UTC') = 1
        END
    ),
    CONSTRAINT chk_ai_stats_model CHECK (length(model) BETWEEN 1 AND 200),
    CONSTRAINT chk_ai_stats_requests CHECK (requests > 0),
    CONSTRAINT chk_ai_stats_failures CHECK (failures BETWEEN 0 AND requests),
    CONSTRAINT chk_ai_stats_unpriced CHECK (unpriced BETWEEN 0 AND requests),
    CONSTRAINT chk_ai_stats_prompt_tokens CHECK (prompt_tokens >= 0),
    CONSTRAINT chk_ai_stats_completion_tokens CHECK (completion_tokens >= 0),
    CONSTRAINT chk_ai_stats_cached_tokens CHECK (cached_tokens BETWEEN 0 AND prompt_tokens),
    CONSTRAINT chk_ai_stats_reasoning_tokens CHECK (reasoning_tokens BETWEEN 0 AND completion_tokens),
    CONSTRAINT chk_ai_stats_cost_usd CHECK (cost_usd >= 0),
    CONSTRAINT chk_ai_stats_latency CHECK (latency >= 0 AND latency % 999999999999 <= requests - failures),
    CONSTRAINT chk_ai_stats_ttft CHECK (ttft >= 0 AND ttft % 999999999999 <= requests - failures)
) PARTITION BY LIST (grain);
CREATE TABLE ai.ai_stats_hourly PARTITION OF ai.ai_stats FOR VALUES IN ('hour');
CREATE TABLE ai.ai_stats_daily PARTITION OF ai.ai_stats FOR VALUES IN ('day');
CREATE TABLE ai.ai_stats_monthly PARTITION OF ai.ai_stats FOR VALUES IN ('month');
COMMENT ON TABLE ai.ai_stats IS 'Calls of language models, summed up by hour, day and month. Rows outlive the calls. Delete policy: hard.';
COMMENT ON COLUMN ai.ai_stats.bucket IS 'Start of the hour, day or month in UTC.';
COMMENT ON COLUMN ai.ai_stats.model IS 'Name of the model, as the client names it.';
COMMENT ON COLUMN ai.ai_stats.requests IS 'Calls, failed ones included.';
COMMENT ON COLUMN ai.ai_stats.failures IS 'Calls that failed.';
COMMENT ON COLUMN ai.ai_stats.unpriced IS 'Calls without a known cost.';
COMMENT ON COLUMN ai.ai_stats.prompt_tokens IS 'Tokens of the requests, cached ones included.';
COMMENT ON COLUMN ai.ai_stats.completion_tokens IS 'Tokens of the answers, those of reasoning included.';
COMMENT ON COLUMN ai.ai_stats.cached_tokens IS 'Tokens of the requests that the provider had cached.';
COMMENT ON COLUMN ai.ai_stats.reasoning_tokens IS 'Tokens of the answers spent on reasoning.';
COMMENT ON COLUMN ai.ai_stats.cost_usd IS 'Costs of the calls that have one.';
COMMENT ON COLUMN ai.ai_stats.latency IS 'Histogram of the response times of calls that did not fail; digits to base 10^12.';
COMMENT ON COLUMN ai.ai_stats.ttft IS 'Histogram of the times to the first token of streams that did not fail; digits to base 10^12.';
COMMENT ON COLUMN ai.ai_stats.updated_at IS 'Recomputation that last changed the row.';
GRANT SELECT, INSERT, UPDATE ON ai.ai_stats TO ashlar_app;
--rollback DROP TABLE ai.ai_stats;

--changeset ai:031-create-ai-user-stats
-- waive one-logical-change: the table is made with its partitions
--comment: Rows of ai_stats by user.
CREATE TABLE ai.ai_user_stats (
    user_id           uuid           NOT NULL,
    grain             ai.stats_grain NOT NULL,
    bucket            timestamptz    NOT NULL,
    provider_id       uuid           NOT NULL,
    model             text           NOT NULL,
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
    CONSTRAINT pk_ai_user_stats PRIMARY KEY (user_id, grain, bucket, provider_id, model),
    CONSTRAINT chk_ai_user_stats_bucket CHECK (
        CASE grain
            WHEN 'hour' THEN extract(epoch FROM bucket) % 3600 = 0
            WHEN 'day' THEN extract(epoch FROM bucket) % 86400 = 0
            ELSE extract(epoch FROM bucket) % 86400 = 0 AND extract(day FROM bucket AT TIME ZONE 'UTC') = 1
        END
    ),
    CONSTRAINT chk_ai_user_stats_model CHECK (length(model) BETWEEN 1 AND 200),
    CONSTRAINT chk_ai_user_stats_requests CHECK (requests > 0),
    CONSTRAINT chk_ai_user_stats_failures CHECK (failures BETWEEN 0 AND requests),
    CONSTRAINT chk_ai_user_stats_unpriced CHECK (unpriced BETWEEN 0 AND requests),
    CONSTRAINT chk_ai_user_stats_prompt_tokens CHECK (prompt_tokens >= 0),
    CONSTRAINT chk_ai_user_stats_completion_tokens CHECK (completion_tokens >= 0),
    CONSTRAINT chk_ai_user_stats_cached_tokens CHECK (cached_tokens BETWEEN 0 AND prompt_tokens),
    CONSTRAINT chk_ai_user_stats_reasoning_tokens CHECK (reasoning_tokens BETWEEN 0 AND completion_tokens),
    CONSTRAINT chk_ai_user_stats_cost_usd CHECK (cost_usd >= 0),
    CONSTRAINT chk_ai_user_stats_latency CHECK (latency >= 0 AND latency % 999999999999 <= requests - failures),
    CONSTRAINT chk_ai_user_stats_ttft CHECK (ttft >= 0 AND ttft % 999999999999 <= requests - failures)
) PARTITION BY LIST (grain);
CREATE INDEX ix_ai_user_stats_grain_bucket ON ai.ai_user_stats (grain, bucket);
CREATE TABLE ai.ai_user_stats_hourly PARTITION OF ai.ai_user_stats FOR VALUES IN ('hour');
CREATE TABLE ai.ai_user_stats_daily PARTITION OF ai.ai_user_stats FOR VALUES IN ('day');
CREATE TABLE ai.ai_user_stats_monthly PARTITION OF ai.ai_user_stats FOR VALUES IN ('month');
COMMENT ON TABLE ai.ai_user_stats IS 'Calls of language models by each user, summed up by hour, day and month. Rows outlive the calls. Delete policy: hard. Scope: user_id.';
COMMENT ON COLUMN ai.ai_user_stats.user_id IS 'User of identity who made the calls.';
COMMENT ON COLUMN ai.ai_user_stats.bucket IS 'Start of the hour, day or month in UTC.';
COMMENT ON COLUMN ai.ai_user_stats.model IS 'Name of the model, as the client names it.';
COMMENT ON COLUMN ai.ai_user_stats.requests IS 'Calls, failed ones included.';
COMMENT ON COLUMN ai.ai_user_stats.failures IS 'Calls that failed.';
COMMENT ON COLUMN ai.ai_user_stats.unpriced IS 'Calls without a known cost.';
COMMENT ON COLUMN ai.ai_user_stats.prompt_tokens IS 'Tokens of the requests, cached ones included.';
COMMENT ON COLUMN ai.ai_user_stats.completion_tokens IS 'Tokens of the answers, those of reasoning included.';
COMMENT ON COLUMN ai.ai_user_stats.cached_tokens IS 'Tokens of the requests that the provider had cached.';
COMMENT ON COLUMN ai.ai_user_stats.reasoning_tokens IS 'Tokens of the answers spent on reasoning.';
COMMENT ON COLUMN ai.ai_user_stats.cost_usd IS 'Costs of the calls that have one.';
COMMENT ON COLUMN ai.ai_user_stats.latency IS 'Histogram of the response times of calls that did not fail; digits to base 10^12.';
COMMENT ON COLUMN ai.ai_user_stats.ttft IS 'Histogram of the times to the first token of streams that did not fail; digits to base 10^12.';
COMMENT ON COLUMN ai.ai_user_stats.updated_at IS 'Recomputation that last changed the row.';
GRANT SELECT, INSERT, UPDATE ON ai.ai_user_stats TO ashlar_app;
--rollback DROP TABLE ai.ai_user_stats;
