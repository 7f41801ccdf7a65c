--liquibase formatted sql

--changeset ai:002-create-usage-type
CREATE TYPE ai.usage_type AS ENUM ('prompt', 'cached_prompt', 'completion', 'reasoning');
COMMENT ON TYPE ai.usage_type IS 'Kind of tokens that has a price.';
--rollback DROP TYPE ai.usage_type;

--changeset ai:002-create-llm-factories
CREATE TABLE ai.llm_factories (
    id         uuid        NOT NULL,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT pk_llm_factories PRIMARY KEY (id),
    CONSTRAINT uq_llm_factories_name UNIQUE (name),
    CONSTRAINT chk_llm_factories_name CHECK (name ~ '^[a-z0-9][a-z0-9-]*$' AND length(name) <= 40)
);
COMMENT ON TABLE ai.llm_factories IS 'Makers of language models. Delete policy: hard.';
GRANT SELECT, INSERT ON ai.llm_factories TO ashlar_app;
--rollback DROP TABLE ai.llm_factories;

--changeset ai:002-create-llms
--comment: Models are never deleted, because prices and interactions name them.
CREATE TABLE ai.llms (
    id                uuid        NOT NULL,
    factory_id        uuid        NOT NULL,
    name              text        NOT NULL,
    context_tokens    int         NOT NULL,
    max_output_tokens int         NOT NULL,
    is_active         boolean     NOT NULL DEFAULT true,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    version           int         NOT NULL DEFAULT 0,
    CONSTRAINT pk_llms PRIMARY KEY (id),
    CONSTRAINT fk_llms_factory_id FOREIGN KEY (factory_id) REFERENCES ai.llm_factories (id) ON DELETE RESTRICT,
    CONSTRAINT chk_llms_name CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9._:/@+-]*$' AND length(name) <= 100),
    CONSTRAINT chk_llms_context_tokens CHECK (context_tokens BETWEEN 1 AND 100000000),
    CONSTRAINT chk_llms_max_output_tokens CHECK (max_output_tokens BETWEEN 1 AND context_tokens),
    CONSTRAINT chk_llms_version CHECK (version >= 0)
);
CREATE UNIQUE INDEX uq_llms_name ON ai.llms (lower(name));
CREATE INDEX ix_llms_name ON ai.llms (name);
CREATE INDEX ix_llms_factory_id ON ai.llms (factory_id, id);
COMMENT ON TABLE ai.llms IS 'Language models. Delete policy: status.';
COMMENT ON COLUMN ai.llms.name IS 'Unique regardless of case; calls must write it exactly so.';
COMMENT ON COLUMN ai.llms.context_tokens IS 'Largest number of tokens of a request and its answer together.';
COMMENT ON COLUMN ai.llms.max_output_tokens IS 'Largest number of tokens of an answer.';
COMMENT ON COLUMN ai.llms.is_active IS 'True if the model may be called.';
COMMENT ON COLUMN ai.llms.version IS 'Counts edits and changes of prices.';
GRANT SELECT, INSERT, UPDATE ON ai.llms TO ashlar_app;
--rollback DROP TABLE ai.llms;

--changeset ai:002-create-llm-prices
--comment: The exclusion constraint gives each kind of tokens at most one price at a time, also in rows written by hand.
CREATE TABLE ai.llm_prices (
    id              uuid           NOT NULL,
    llm_id          uuid           NOT NULL,
    usage_type      ai.usage_type  NOT NULL,
    usd_per_million numeric(13, 6) NOT NULL,
    valid           tstzrange      NOT NULL,
    created_at      timestamptz    NOT NULL,
    updated_at      timestamptz    NOT NULL,
    CONSTRAINT pk_llm_prices PRIMARY KEY (id),
    CONSTRAINT fk_llm_prices_llm_id FOREIGN KEY (llm_id) REFERENCES ai.llms (id) ON DELETE RESTRICT,
    CONSTRAINT ex_llm_prices_valid EXCLUDE USING gist (llm_id WITH =, usage_type WITH =, valid WITH &&),
    CONSTRAINT chk_llm_prices_usd_per_million CHECK (usd_per_million BETWEEN 0 AND 1000000),
    -- An empty range includes no bound, and a range without a start does not either.
    CONSTRAINT chk_llm_prices_valid CHECK (
        lower_inc(valid) AND NOT upper_inc(valid) AND isfinite(lower(valid)) AND upper(valid) < 'infinity'
    )
);
CREATE INDEX ix_llm_prices_llm_id ON ai.llm_prices (llm_id, lower(valid), id);
COMMENT ON TABLE ai.llm_prices IS 'Prices of models, past ones included. Delete policy: hard.';
COMMENT ON COLUMN ai.llm_prices.usd_per_million IS 'US dollars for a million tokens.';
COMMENT ON COLUMN ai.llm_prices.valid IS 'Time in which calls have this price: start included, end excluded; without an end until it changes.';
GRANT SELECT, INSERT, UPDATE, DELETE ON ai.llm_prices TO ashlar_app;
--rollback DROP TABLE ai.llm_prices;
