--liquibase formatted sql

--changeset wallet:005-create-allotment-status
CREATE TYPE wallet.allotment_status AS ENUM ('pending', 'approved', 'rejected');
COMMENT ON TYPE wallet.allotment_status IS 'Lifecycle of an allotment request: pending, then decided once.';
--rollback DROP TYPE wallet.allotment_status;

--changeset wallet:005-create-token-allotment-requests
--comment: Free tokens need the approval of another administrator.
CREATE TABLE wallet.token_allotment_requests (
    id              uuid                    NOT NULL,
    user_id         uuid                    NOT NULL,
    requested_by    uuid                    NOT NULL,
    tokens          bigint                  NOT NULL,
    reason          text                    NOT NULL,
    status          wallet.allotment_status NOT NULL DEFAULT 'pending',
    decided_by      uuid,
    decided_at      timestamptz,
    note            text,
    ledger_entry_id uuid,
    created_at      timestamptz             NOT NULL,
    updated_at      timestamptz             NOT NULL,
    CONSTRAINT pk_token_allotment_requests PRIMARY KEY (id),
    CONSTRAINT uq_token_allotment_requests_ledger_entry_id UNIQUE (ledger_entry_id),
    CONSTRAINT fk_token_allotment_requests_user_id
        FOREIGN KEY (user_id) REFERENCES wallet.tokens (user_id) ON DELETE RESTRICT,
    CONSTRAINT fk_token_allotment_requests_ledger_entry_id
        -- The decision takes the row first and posts then, so the entry is only there at commit.
        FOREIGN KEY (ledger_entry_id) REFERENCES wallet.token_usages (id)
            ON DELETE NO ACTION DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT chk_token_allotment_requests_tokens CHECK (tokens BETWEEN 1 AND 100000),
    CONSTRAINT chk_token_allotment_requests_reason CHECK (length(reason) BETWEEN 1 AND 500),
    CONSTRAINT chk_token_allotment_requests_note CHECK (length(note) BETWEEN 1 AND 500),
    CONSTRAINT chk_token_allotment_requests_decider CHECK (decided_by <> requested_by AND decided_by <> user_id),
    CONSTRAINT chk_token_allotment_requests_decision CHECK (
        CASE status
            WHEN 'pending' THEN decided_by IS NULL AND decided_at IS NULL AND ledger_entry_id IS NULL
            WHEN 'approved' THEN decided_by IS NOT NULL AND decided_at IS NOT NULL AND ledger_entry_id IS NOT NULL
            ELSE decided_by IS NOT NULL AND decided_at IS NOT NULL AND ledger_entry_id IS NULL
        END
    )
);
CREATE UNIQUE INDEX uq_token_allotment_requests_pending
    ON wallet.token_allotment_requests (user_id) WHERE status = 'pending';
CREATE INDEX ix_token_allotment_requests_user_id ON wallet.token_allotment_requests (user_id, id);
CREATE INDEX ix_token_allotment_requests_status ON wallet.token_allotment_requests (status, id);
COMMENT ON TABLE wallet.token_allotment_requests IS 'Requests for free tokens and their decisions. Delete policy: status.';
COMMENT ON COLUMN wallet.token_allotment_requests.user_id IS 'Recipient of the tokens.';
COMMENT ON COLUMN wallet.token_allotment_requests.requested_by IS 'Requester; never the decider.';
COMMENT ON COLUMN wallet.token_allotment_requests.tokens IS 'Requested tokens; given all or not at all.';
COMMENT ON COLUMN wallet.token_allotment_requests.decided_by IS 'The administrator who decided.';
COMMENT ON COLUMN wallet.token_allotment_requests.decided_at IS 'NULL while the request is pending.';
COMMENT ON COLUMN wallet.token_allotment_requests.note IS 'Comment of the decider; NULL without one.';
COMMENT ON COLUMN wallet.token_allotment_requests.ledger_entry_id IS 'Entry that gave the tokens; set when approved.';
GRANT SELECT, INSERT, UPDATE ON wallet.token_allotment_requests TO ashlar_app;
--rollback DROP TABLE wallet.token_allotment_requests;
