--liquibase formatted sql
-- waive migrations-on-filled-tables ai.ai_budget_windows: rows are made of times at which no window starts
-- waive row-timestamps ai.ai_budget_holds: a hold never changes; the right to update one of its columns is the right to lock it
-- waive row-timestamps ai.ai_budget_windows: starts_at says since when a window is there, and each call that changes it has a time

--changeset ai:020-create-budget-scope
CREATE TYPE ai.budget_scope AS ENUM ('user', 'provider', 'platform');
COMMENT ON TYPE ai.budget_scope IS 'Kind of calls that a budget covers.';
--rollback DROP TYPE ai.budget_scope;

--changeset ai:020-create-budget-period
CREATE TYPE ai.budget_period AS ENUM ('day', 'month');
COMMENT ON TYPE ai.budget_period IS 'Length of the windows of a budget, in UTC.';
--rollback DROP TYPE ai.budget_period;

--changeset ai:020-create-ai-budgets
--comment: One budget of a period for each user, provider and platform. The unique keys also find the budgets that cover a call.
CREATE TABLE ai.ai_budgets (
    id          uuid             NOT NULL,
    scope       ai.budget_scope  NOT NULL,
    user_id     uuid,
    provider_id uuid,
    platform    text,
    period      ai.budget_period NOT NULL,
    limit_usd   numeric(18, 8)   NOT NULL,
    opened_at   timestamptz,
    created_at  timestamptz      NOT NULL,
    updated_at  timestamptz      NOT NULL,
    version     int              NOT NULL DEFAULT 0,
    CONSTRAINT pk_ai_budgets PRIMARY KEY (id),
    CONSTRAINT uq_ai_budgets_user_id UNIQUE (user_id, period),
    CONSTRAINT uq_ai_budgets_provider_id UNIQUE (provider_id, period),
    CONSTRAINT uq_ai_budgets_platform UNIQUE (platform, period),
    CONSTRAINT fk_ai_budgets_provider_id
        FOREIGN KEY (provider_id) REFERENCES ai.ai_providers (id) ON DELETE RESTRICT,
    CONSTRAINT chk_ai_budgets_scope CHECK (
        (scope = 'user') = (user_id IS NOT NULL)
        AND (scope = 'provider') = (provider_id IS NOT NULL)
        AND (scope = 'platform') = (platform IS NOT NULL)
    ),
    CONSTRAINT chk_ai_budgets_platform CHECK (length(platform) BETWEEN 1 AND 40),
    CONSTRAINT chk_ai_budgets_limit_usd CHECK (limit_usd BETWEEN 0 AND 1000000000),
    CONSTRAINT chk_ai_budgets_version CHECK (version >= 0)
);
CREATE INDEX ix_ai_budgets_scope ON ai.ai_budgets (scope, id);
CREATE INDEX ix_ai_budgets_opened_at ON ai.ai_budgets (id) WHERE opened_at IS NULL;
COMMENT ON TABLE ai.ai_budgets IS 'Limits of the cost of calls in each day or month. Delete policy: hard.';
COMMENT ON COLUMN ai.ai_budgets.user_id IS 'User of identity whose calls are covered; null unless the scope is user.';
COMMENT ON COLUMN ai.ai_budgets.provider_id IS 'Null unless the scope is provider.';
COMMENT ON COLUMN ai.ai_budgets.platform IS 'Code of a platform; null unless the scope is platform.';
COMMENT ON COLUMN ai.ai_budgets.limit_usd IS 'In US dollars, of each window.';
COMMENT ON COLUMN ai.ai_budgets.opened_at IS 'Time from which calls are held to the limit; null while the costs of earlier calls are added up.';
GRANT SELECT, INSERT, UPDATE, DELETE ON ai.ai_budgets TO ashlar_app;
--rollback DROP TABLE ai.ai_budgets;

--changeset ai:020-create-ai-budget-windows
--comment: What a window has spent may pass the limit, because calls that were made elsewhere count, and limits are lowered.
CREATE TABLE ai.ai_budget_windows (
    budget_id uuid           NOT NULL,
    starts_at timestamptz    NOT NULL,
    spent_usd numeric(24, 8) NOT NULL,
    held_usd  numeric(24, 8) NOT NULL,
    CONSTRAINT pk_ai_budget_windows PRIMARY KEY (budget_id, starts_at),
    CONSTRAINT fk_ai_budget_windows_budget_id
        FOREIGN KEY (budget_id) REFERENCES ai.ai_budgets (id) ON DELETE CASCADE,
    CONSTRAINT chk_ai_budget_windows_starts_at CHECK ((starts_at AT TIME ZONE 'UTC')::time = '00:00'),
    CONSTRAINT chk_ai_budget_windows_spent_usd CHECK (spent_usd >= 0),
    CONSTRAINT chk_ai_budget_windows_held_usd CHECK (held_usd >= 0)
);
CREATE INDEX ix_ai_budget_windows_starts_at ON ai.ai_budget_windows (starts_at, budget_id);
COMMENT ON TABLE ai.ai_budget_windows IS 'Days and months of budgets, from the first call in them on. Delete policy: hard.';
COMMENT ON COLUMN ai.ai_budget_windows.starts_at IS 'Midnight UTC, on the first of a month if the period is month.';
COMMENT ON COLUMN ai.ai_budget_windows.spent_usd IS 'In US dollars: the sum of the costs of the stored interactions that the budget covers.';
COMMENT ON COLUMN ai.ai_budget_windows.held_usd IS 'In US dollars: the sum of the holds of the window.';
GRANT SELECT, INSERT, UPDATE, DELETE ON ai.ai_budget_windows TO ashlar_app;
--rollback DROP TABLE ai.ai_budget_windows;

--changeset ai:020-create-ai-budget-holds
--comment: A hold has no key to its interaction, which is stored after the call.
CREATE TABLE ai.ai_budget_holds (
    -- waive reference-or-key ai.ai_budget_holds.interaction_id: the interaction is stored after the call, when the hold ends
    interaction_id uuid           NOT NULL,
    budget_id      uuid           NOT NULL,
    starts_at      timestamptz    NOT NULL,
    amount_usd     numeric(18, 8) NOT NULL,
    created_at     timestamptz    NOT NULL,
    expires_at     timestamptz    NOT NULL,
    CONSTRAINT pk_ai_budget_holds PRIMARY KEY (interaction_id, budget_id),
    CONSTRAINT fk_ai_budget_holds_budget_id
        FOREIGN KEY (budget_id) REFERENCES ai.ai_budgets (id) ON DELETE CASCADE,
    CONSTRAINT chk_ai_budget_holds_amount_usd CHECK (amount_usd >= 0),
    CONSTRAINT chk_ai_budget_holds_expires_at CHECK (expires_at > created_at)
);
CREATE INDEX ix_ai_budget_holds_budget_id ON ai.ai_budget_holds (budget_id, starts_at);
CREATE INDEX ix_ai_budget_holds_expires_at ON ai.ai_budget_holds (expires_at, interaction_id, budget_id);
COMMENT ON TABLE ai.ai_budget_holds IS 'Greatest costs of calls that are running. Delete policy: hard.';
COMMENT ON COLUMN ai.ai_budget_holds.interaction_id IS 'Interaction that will be stored after the call.';
COMMENT ON COLUMN ai.ai_budget_holds.starts_at IS 'Start of the window that the call is in.';
COMMENT ON COLUMN ai.ai_budget_holds.amount_usd IS 'In US dollars.';
COMMENT ON COLUMN ai.ai_budget_holds.created_at IS 'Time of the call.';
COMMENT ON COLUMN ai.ai_budget_holds.expires_at IS 'Time from which a job frees the hold of a call that was never stored.';
-- To lock rows takes the right to update a column.
GRANT SELECT, INSERT, UPDATE (expires_at), DELETE ON ai.ai_budget_holds TO ashlar_app;
--rollback DROP TABLE ai.ai_budget_holds;
