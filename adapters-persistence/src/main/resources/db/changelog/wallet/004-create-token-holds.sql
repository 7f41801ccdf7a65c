--liquibase formatted sql

--changeset wallet:004-create-hold-status
CREATE TYPE wallet.hold_status AS ENUM ('held', 'captured', 'released', 'expired');
COMMENT ON TYPE wallet.hold_status IS 'Lifecycle of a hold: held, then exactly one of the others.';
--rollback DROP TYPE wallet.hold_status;

--changeset wallet:004-create-token-holds
--comment: Tokens set aside for something that may still be refused.
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
-- One thing is paid for once: the reference is what makes asking for a hold twice harmless.
CREATE UNIQUE INDEX uq_token_holds_ref_idempotency_key ON wallet.token_holds (ref_type, ref_id) WHERE status IN ('held', 'captured');
CREATE INDEX ix_token_holds_ref ON wallet.token_holds (ref_type, ref_id);
CREATE INDEX ix_token_holds_user_id_status ON wallet.token_holds (user_id, status);
CREATE INDEX ix_token_holds_expires_at ON wallet.token_holds (expires_at) WHERE status = 'held';
COMMENT ON TABLE wallet.token_holds IS 'Tokens set aside until captured, released or expired. Delete policy: status.';
COMMENT ON COLUMN wallet.token_holds.id IS 'Key, UUIDv7.';
COMMENT ON COLUMN wallet.token_holds.user_id IS 'Whose tokens are set aside.';
COMMENT ON COLUMN wallet.token_holds.amount IS 'Tokens set aside.';
COMMENT ON COLUMN wallet.token_holds.status IS 'Whether the tokens are still set aside, and if not, what became of them.';
COMMENT ON COLUMN wallet.token_holds.ref_type IS 'What kind of thing the tokens are for, such as slot.';
COMMENT ON COLUMN wallet.token_holds.ref_id IS 'The thing that the tokens are for, in its own context.';
COMMENT ON COLUMN wallet.token_holds.expires_at IS 'From then on the hold can no longer be captured, and a job gives the tokens back.';
COMMENT ON COLUMN wallet.token_holds.ledger_entry_id IS 'The entry that spent the tokens; set when captured.';
COMMENT ON COLUMN wallet.token_holds.created_at IS 'When the tokens were set aside.';
COMMENT ON COLUMN wallet.token_holds.updated_at IS 'When the status last changed.';
GRANT SELECT, INSERT, UPDATE ON wallet.token_holds TO ashlar_app;
--rollback DROP TABLE wallet.token_holds;
