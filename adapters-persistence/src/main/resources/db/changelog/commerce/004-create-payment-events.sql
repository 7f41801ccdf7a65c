--liquibase formatted sql

--changeset commerce:004-create-payment-events
--comment: The inbox: a gateway sends each of its messages until we confirm it, and we act on it once.
CREATE TABLE commerce.payment_events (
    provider    text        NOT NULL,
    event_id    text        NOT NULL,
    payment_id  uuid        NOT NULL,
    type        text        NOT NULL,
    received_at timestamptz NOT NULL,
    CONSTRAINT pk_payment_events PRIMARY KEY (provider, event_id),
    CONSTRAINT fk_payment_events_payment_id FOREIGN KEY (payment_id) REFERENCES commerce.payments (id) ON DELETE RESTRICT,
    CONSTRAINT chk_payment_events_provider CHECK (length(provider) BETWEEN 1 AND 40),
    CONSTRAINT chk_payment_events_event_id CHECK (length(event_id) BETWEEN 1 AND 200),
    CONSTRAINT chk_payment_events_type CHECK (length(type) BETWEEN 1 AND 40)
);
CREATE INDEX ix_payment_events_payment_id ON commerce.payment_events (payment_id);
COMMENT ON TABLE commerce.payment_events IS 'What gateways have told us, each message once. Delete policy: append-only.';
COMMENT ON COLUMN commerce.payment_events.provider IS 'The gateway.';
COMMENT ON COLUMN commerce.payment_events.event_id IS 'What it calls its message.';
COMMENT ON COLUMN commerce.payment_events.payment_id IS 'The payment that it is about.';
COMMENT ON COLUMN commerce.payment_events.type IS 'What it says has happened.';
COMMENT ON COLUMN commerce.payment_events.received_at IS 'When it came first.';
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON commerce.payment_events
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON commerce.payment_events TO ashlar_app;
--rollback DROP TABLE commerce.payment_events;
