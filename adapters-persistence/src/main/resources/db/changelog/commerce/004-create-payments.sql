--liquibase formatted sql

--changeset commerce:004-create-payment-status
CREATE TYPE commerce.payment_status AS ENUM ('pending', 'captured', 'declined', 'refunding', 'refunded');
COMMENT ON TYPE commerce.payment_status IS 'How far a payment has come.';
--rollback DROP TYPE commerce.payment_status;

--changeset commerce:004-create-payments
--comment: A row is committed before the gateway is asked, so that no money moves that nobody here has heard of.
CREATE TABLE commerce.payments (
    id              uuid                    NOT NULL,
    order_id        uuid                    NOT NULL,
    provider        text                    NOT NULL,
    external_id     text,
    source          text                    NOT NULL,
    status          commerce.payment_status NOT NULL DEFAULT 'pending',
    amount          numeric(12, 2)          NOT NULL,
    currency        text                    NOT NULL,
    idempotency_key text                    NOT NULL,
    reason          text,
    asked_at        timestamptz             NOT NULL,
    created_at      timestamptz             NOT NULL,
    updated_at      timestamptz             NOT NULL,
    CONSTRAINT pk_payments PRIMARY KEY (id),
    CONSTRAINT uq_payments_id_order_id UNIQUE (id, order_id),
    CONSTRAINT uq_payments_external_id UNIQUE (provider, external_id),
    CONSTRAINT uq_payments_order_id_idempotency_key UNIQUE (order_id, idempotency_key),
    CONSTRAINT fk_payments_order_id FOREIGN KEY (order_id) REFERENCES commerce.orders (id) ON DELETE RESTRICT,
    CONSTRAINT chk_payments_provider CHECK (length(provider) BETWEEN 1 AND 40),
    CONSTRAINT chk_payments_external_id CHECK (length(external_id) BETWEEN 1 AND 200),
    CONSTRAINT chk_payments_source CHECK (length(source) BETWEEN 1 AND 200),
    CONSTRAINT chk_payments_amount CHECK (amount > 0),
    CONSTRAINT chk_payments_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT chk_payments_idempotency_key CHECK (length(idempotency_key) BETWEEN 1 AND 128),
    CONSTRAINT chk_payments_reason CHECK (length(reason) BETWEEN 1 AND 200),
    CONSTRAINT chk_payments_captured CHECK (status IN ('pending', 'declined') OR external_id IS NOT NULL)
);
CREATE UNIQUE INDEX uq_payments_captured
    ON commerce.payments (order_id) WHERE status IN ('captured', 'refunding', 'refunded');
CREATE UNIQUE INDEX uq_payments_pending ON commerce.payments (order_id) WHERE status = 'pending';
CREATE INDEX ix_payments_asked_at ON commerce.payments (asked_at, id) WHERE status = 'pending';
COMMENT ON TABLE commerce.payments IS 'Attempts to pay orders and what has become of them. Delete policy: status.';
COMMENT ON COLUMN commerce.payments.id IS 'Key, UUIDv7; the gateway carries out one charge for it.';
COMMENT ON COLUMN commerce.payments.order_id IS 'What is paid.';
COMMENT ON COLUMN commerce.payments.provider IS 'The gateway that is asked.';
COMMENT ON COLUMN commerce.payments.external_id IS 'What the gateway calls it.';
COMMENT ON COLUMN commerce.payments.source IS 'What is charged: a reference of the gateway''s, never a card number.';
COMMENT ON COLUMN commerce.payments.status IS 'How far it has come.';
COMMENT ON COLUMN commerce.payments.amount IS 'How much.';
COMMENT ON COLUMN commerce.payments.currency IS 'Currency of the amount, ISO 4217.';
COMMENT ON COLUMN commerce.payments.idempotency_key IS 'The buyer''s Idempotency-Key; one attempt for each.';
COMMENT ON COLUMN commerce.payments.reason IS 'Why it was declined, in the gateway''s words.';
COMMENT ON COLUMN commerce.payments.asked_at IS 'When somebody last undertook to ask the gateway.';
COMMENT ON COLUMN commerce.payments.created_at IS 'When it was begun.';
COMMENT ON COLUMN commerce.payments.updated_at IS 'When its status last changed.';
GRANT SELECT, INSERT, UPDATE ON commerce.payments TO ashlar_app;
--rollback DROP TABLE commerce.payments;

--changeset commerce:004-refer-to-payments
--comment: An order is paid by a payment of its own. The two tables refer to each other, so this comes after both; they are still empty.
SET LOCAL lock_timeout = '5s';
ALTER TABLE commerce.orders
    ADD CONSTRAINT fk_orders_payment_id
        FOREIGN KEY (payment_id, id) REFERENCES commerce.payments (id, order_id) ON DELETE RESTRICT;
--rollback ALTER TABLE commerce.orders DROP CONSTRAINT fk_orders_payment_id;
