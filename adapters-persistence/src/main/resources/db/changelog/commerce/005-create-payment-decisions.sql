--liquibase formatted sql

--changeset commerce:005-create-payment-action
CREATE TYPE commerce.payment_action AS ENUM ('accept', 'refund', 'retry');
COMMENT ON TYPE commerce.payment_action IS 'Action by which an administrator ends an attention case.';
--rollback DROP TYPE commerce.payment_action;

--changeset commerce:005-create-payment-decisions
--comment: Money that is moved by hand leaves a trace that the application cannot remove.
CREATE TABLE commerce.payment_decisions (
    id         uuid                    NOT NULL,
    payment_id uuid                    NOT NULL,
    action     commerce.payment_action NOT NULL,
    actor_id   uuid                    NOT NULL,
    reason     text,
    created_at timestamptz             NOT NULL,
    CONSTRAINT pk_payment_decisions PRIMARY KEY (id),
    CONSTRAINT fk_payment_decisions_payment_id
        FOREIGN KEY (payment_id) REFERENCES commerce.payments (id) ON DELETE RESTRICT,
    CONSTRAINT chk_payment_decisions_reason CHECK (length(reason) BETWEEN 1 AND 500),
    CONSTRAINT chk_payment_decisions_action CHECK (action = 'retry' OR reason IS NOT NULL)
);
CREATE INDEX ix_payment_decisions_payment_id ON commerce.payment_decisions (payment_id);
COMMENT ON TABLE commerce.payment_decisions IS 'Decisions of administrators about payments. Delete policy: append-only.';
COMMENT ON COLUMN commerce.payment_decisions.actor_id IS 'Administrator; a user of identity.';
COMMENT ON COLUMN commerce.payment_decisions.reason IS 'Null for a retry.';
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON commerce.payment_decisions
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON commerce.payment_decisions TO ashlar_app;
--rollback DROP TABLE commerce.payment_decisions;
