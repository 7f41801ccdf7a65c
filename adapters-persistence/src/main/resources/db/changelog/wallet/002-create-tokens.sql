--liquibase formatted sql
-- waive deletion-policy wallet.tokens: a wallet is never closed, so there is no status that could say so

--changeset wallet:002-create-tokens
--comment: A debit checks and changes the balance in one conditional UPDATE.
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
    -- Without entries the balance is zero.
    CONSTRAINT chk_tokens_unused CHECK (last_seq IS NOT NULL OR balance = 0)
);
COMMENT ON TABLE wallet.tokens IS 'Tokens of a user. The row outlives the account. Delete policy: status.';
COMMENT ON COLUMN wallet.tokens.user_id IS 'User of identity who owns the tokens.';
COMMENT ON COLUMN wallet.tokens.balance IS 'Tokens owned: the balance_after of the last ledger entry, 0 without one.';
COMMENT ON COLUMN wallet.tokens.held IS 'Sum of the holds in status held; cannot be spent.';
COMMENT ON COLUMN wallet.tokens.last_seq IS 'seq of the last ledger entry; NULL without one.';
GRANT SELECT, INSERT, UPDATE ON wallet.tokens TO ashlar_app;
--rollback DROP TABLE wallet.tokens;
