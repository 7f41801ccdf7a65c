--liquibase formatted sql

--changeset commerce:004-create-payment-events
--comment: Inbox: a gateway repeats each message until it is confirmed, and each message takes effect once.
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
COMMENT ON TABLE commerce.payment_events IS 'Webhook messages of gateways, each once. Delete policy: append-only.';
COMMENT ON COLUMN commerce.payment_events.provider IS 'Name of the gateway.';
COMMENT ON COLUMN commerce.payment_events.event_id IS 'Key of the message at the gateway.';
COMMENT ON COLUMN commerce.payment_events.type IS 'Payment status that the message reports.';
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON commerce.payment_events
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON commerce.payment_events TO ashlar_app;
--rollback DROP TABLE commerce.payment_events;
