--liquibase formatted sql

--changeset wallet:002-create-tokens
--comment: One row a person: the balance that a debit checks and changes in one conditional UPDATE.
CREATE TABLE wallet.tokens (
    user_id    uuid        NOT NULL,
    balance    bigint      NOT NULL DEFAULT 0,
    held       bigint      NOT NULL DEFAULT 0,
    last_seq   bigint,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT pk_tokens PRIMARY KEY (user_id),
    CONSTRAINT chk_tokens_balance CHECK (balance >= 0),
    CONSTRAINT chk_tokens_held CHECK (held BETWEEN 0 AND balance),
    -- Without entries there is nothing that could explain a balance.
    CONSTRAINT chk_tokens_unused CHECK (last_seq IS NOT NULL OR balance = 0)
);
COMMENT ON TABLE wallet.tokens IS 'A person''s tokens. The row outlives the person''s account. Delete policy: status.';
COMMENT ON COLUMN wallet.tokens.user_id IS 'Whose tokens; a user of identity.';
COMMENT ON COLUMN wallet.tokens.balance IS 'Tokens owned: the balance_after of the last ledger entry, 0 without one.';
COMMENT ON COLUMN wallet.tokens.held IS 'Tokens promised: the sum of the holds in status held. Not for spending.';
COMMENT ON COLUMN wallet.tokens.last_seq IS 'seq of the last ledger entry; null while there is none.';
COMMENT ON COLUMN wallet.tokens.created_at IS 'When the wallet was opened.';
COMMENT ON COLUMN wallet.tokens.updated_at IS 'When balance or held last changed.';
GRANT SELECT, INSERT, UPDATE ON wallet.tokens TO ashlar_app;
--rollback DROP TABLE wallet.tokens;
