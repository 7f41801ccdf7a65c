--liquibase formatted sql
-- waive migrations-on-filled-tables ai.ai_providers: rows are made of values that no settings are among

--changeset ai:003-create-provider-type
CREATE TYPE ai.provider_type AS ENUM ('openai', 'azure', 'compatible');
COMMENT ON TYPE ai.provider_type IS 'Kind of the API of a provider.';
--rollback DROP TYPE ai.provider_type;

--changeset ai:003-create-auth-type
CREATE TYPE ai.auth_type AS ENUM ('bearer', 'api_key', 'none');
COMMENT ON TYPE ai.auth_type IS 'Form in which a provider wants its secret.';
--rollback DROP TYPE ai.auth_type;

--changeset ai:003-create-content-policy
CREATE TYPE ai.content_policy AS ENUM ('none', 'metadata', 'full');
COMMENT ON TYPE ai.content_policy IS 'Extent to which requests and answers are stored.';
--rollback DROP TYPE ai.content_policy;

--changeset ai:003-create-unpriced-calls
CREATE TYPE ai.unpriced_calls AS ENUM ('refuse', 'store');
COMMENT ON TYPE ai.unpriced_calls IS 'Treatment of calls of a model that has no price.';
--rollback DROP TYPE ai.unpriced_calls;

--changeset ai:003-create-ai-providers
--comment: Providers. An active one has what its calls need, and a deleted one has no secret any more.
CREATE TABLE ai.ai_providers (
    id             uuid               NOT NULL,
    name           text               NOT NULL,
    type           ai.provider_type   NOT NULL,
    base_url       text               NOT NULL,
    auth_type      ai.auth_type       NOT NULL,
    secret         text,
    secret_key_id  text,
    settings       jsonb              NOT NULL,
    content_policy ai.content_policy  NOT NULL DEFAULT 'none',
    unpriced_calls ai.unpriced_calls  NOT NULL DEFAULT 'refuse',
    priority       int                NOT NULL DEFAULT 100,
    is_active      boolean            NOT NULL DEFAULT true,
    is_default     boolean            NOT NULL DEFAULT false,
    created_at     timestamptz        NOT NULL,
    updated_at     timestamptz        NOT NULL,
    deleted_at     timestamptz,
    version        int                NOT NULL DEFAULT 0,
    CONSTRAINT pk_ai_providers PRIMARY KEY (id),
    CONSTRAINT chk_ai_providers_name CHECK (length(name) BETWEEN 1 AND 100),
    CONSTRAINT chk_ai_providers_base_url CHECK (base_url ~ '^https?://[^@?#]+$' AND length(base_url) <= 500),
    CONSTRAINT chk_ai_providers_secret CHECK (
        (secret IS NULL) = (secret_key_id IS NULL)
        AND (secret IS NULL OR auth_type <> 'none')
        AND length(secret) BETWEEN 1 AND 2000
    ),
    CONSTRAINT chk_ai_providers_secret_key_id CHECK (length(secret_key_id) BETWEEN 1 AND 40),
    CONSTRAINT chk_ai_providers_settings CHECK (jsonb_typeof(settings -> 'models') IS NOT DISTINCT FROM 'array'),
    CONSTRAINT chk_ai_providers_api_version CHECK ((type = 'azure') = (settings ->> 'apiVersion' IS NOT NULL)),
    CONSTRAINT chk_ai_providers_priority CHECK (priority BETWEEN 0 AND 1000),
    CONSTRAINT chk_ai_providers_is_active CHECK (NOT is_active OR secret IS NOT NULL OR auth_type = 'none'),
    CONSTRAINT chk_ai_providers_is_default CHECK (is_active OR NOT is_default),
    CONSTRAINT chk_ai_providers_deleted_at CHECK (deleted_at IS NULL OR (NOT is_active AND secret IS NULL)),
    CONSTRAINT chk_ai_providers_version CHECK (version >= 0)
);
CREATE UNIQUE INDEX uq_ai_providers_name ON ai.ai_providers (lower(name)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX uq_ai_providers_is_default ON ai.ai_providers (is_default) WHERE is_default AND deleted_at IS NULL;
CREATE INDEX ix_ai_providers_priority
    ON ai.ai_providers (is_default DESC, priority, id) WHERE is_active AND deleted_at IS NULL;
CREATE INDEX ix_ai_providers_secret_key_id ON ai.ai_providers (secret_key_id, id) WHERE secret_key_id IS NOT NULL;
COMMENT ON TABLE ai.ai_providers IS 'Providers of language models. Delete policy: soft.';
COMMENT ON COLUMN ai.ai_providers.name IS 'Unique regardless of case among those that are not deleted.';
COMMENT ON COLUMN ai.ai_providers.base_url IS 'URL before /chat/completions and /models.';
COMMENT ON COLUMN ai.ai_providers.secret IS 'Encrypted by the application (AES-256-GCM) for this provider and the server of base_url; null without authentication and after a deletion.';
COMMENT ON COLUMN ai.ai_providers.secret_key_id IS 'Key that opens the secret; null without one.';
COMMENT ON COLUMN ai.ai_providers.settings IS 'Models that it serves (none listed: all), version of the API, timeouts.';
COMMENT ON COLUMN ai.ai_providers.content_policy IS 'Extent to which requests and answers are stored.';
COMMENT ON COLUMN ai.ai_providers.unpriced_calls IS 'Treatment of calls of a model that has no price.';
COMMENT ON COLUMN ai.ai_providers.priority IS 'Order in which providers of a model are called; smaller numbers come first.';
COMMENT ON COLUMN ai.ai_providers.is_active IS 'True if it is called.';
COMMENT ON COLUMN ai.ai_providers.is_default IS 'True for the one provider that comes before all others.';
GRANT SELECT, INSERT, UPDATE ON ai.ai_providers TO ashlar_app;
--rollback DROP TABLE ai.ai_providers;
