--liquibase formatted sql

--changeset wallet:004-create-hold-status
CREATE TYPE wallet.hold_status AS ENUM ('held', 'captured', 'released', 'expired');
COMMENT ON TYPE wallet.hold_status IS 'Lifecycle of a hold: held, then exactly one of the others.';
--rollback DROP TYPE wallet.hold_status;

--changeset wallet:004-create-token-holds
--comment: Tokens held for something that may still be refused.
CREATE TABLE wallet.token_holds (
    id              uuid               NOT NULL,
    user_id         uuid               NOT NULL,
    amount          bigint             NOT NULL,
    status          wallet.hold_status NOT NULL DEFAULT 'held',
    ref_type        text               NOT NULL,
--ignoreLines:1
    -- waive reference-or-key: ref_type says what it is an identifier of, so no single key could hold it
    ref_id          uuid               NOT NULL,
    expires_at      timestamptz        NOT NULL,
    ledger_entry_id uuid,
    created_at      timestamptz        NOT NULL,
    updated_at      timestamptz        NOT NULL,
    CONSTRAINT pk_token_holds PRIMARY KEY (id),
    CONSTRAINT uq_token_holds_ledger_entry_id UNIQUE (ledger_entry_id),
    CONSTRAINT fk_token_holds_user_id
        FOREIGN KEY (user_id) REFERENCES wallet.tokens (user_id) ON DELETE RESTRICT,
    CONSTRAINT fk_token_holds_ledger_entry_id
        FOREIGN KEY (ledger_entry_id) REFERENCES wallet.token_usages (id) ON DELETE RESTRICT,
    CONSTRAINT chk_token_holds_amount CHECK (amount > 0),
    CONSTRAINT chk_token_holds_ref_type CHECK (ref_type ~ '^[a-z][a-z_]{0,39}$'),
    CONSTRAINT chk_token_holds_captured CHECK ((status = 'captured') = (ledger_entry_id IS NOT NULL))
);
-- A reference is paid once, so a repeated hold does no harm.
CREATE UNIQUE INDEX uq_token_holds_ref_idempotency_key ON wallet.token_holds (ref_type, ref_id) WHERE status IN ('held', 'captured');
CREATE INDEX ix_token_holds_ref ON wallet.token_holds (ref_type, ref_id);
CREATE INDEX ix_token_holds_user_id_status ON wallet.token_holds (user_id, status);
CREATE INDEX ix_token_holds_expires_at ON wallet.token_holds (expires_at) WHERE status = 'held';
COMMENT ON TABLE wallet.token_holds IS 'Tokens held until captured, released or expired. Delete policy: status.';
COMMENT ON COLUMN wallet.token_holds.user_id IS 'User of identity whose tokens are held.';
COMMENT ON COLUMN wallet.token_holds.amount IS 'In tokens; at least 1.';
COMMENT ON COLUMN wallet.token_holds.ref_type IS 'Kind of the thing that the tokens are held for, such as slot.';
COMMENT ON COLUMN wallet.token_holds.ref_id IS 'Id of that thing in its context.';
COMMENT ON COLUMN wallet.token_holds.expires_at IS 'The hold can be captured before this time; then a job expires it.';
COMMENT ON COLUMN wallet.token_holds.ledger_entry_id IS 'Entry that spent the tokens; set when captured.';
GRANT SELECT, INSERT, UPDATE ON wallet.token_holds TO ashlar_app;
--rollback DROP TABLE wallet.token_holds;
