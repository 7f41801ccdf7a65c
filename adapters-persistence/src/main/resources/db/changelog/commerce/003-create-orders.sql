--liquibase formatted sql

--changeset commerce:003-create-order-status
CREATE TYPE commerce.order_status AS ENUM ('pending', 'paid', 'failed', 'cancelled', 'refunded');
COMMENT ON TYPE commerce.order_status IS 'Status of an order.';
--rollback DROP TYPE commerce.order_status;

--changeset commerce:003-create-orders
--comment: The row names the pending payment, so that it alone decides between paying, cancelling and expiring.
CREATE TABLE commerce.orders (
    id              uuid                  NOT NULL,
    order_no        text                  NOT NULL,
    user_id         uuid                  NOT NULL,
    status          commerce.order_status NOT NULL DEFAULT 'pending',
    total           numeric(12, 2)        NOT NULL,
    currency        text                  NOT NULL,
    payment_id      uuid,
    expires_at      timestamptz           NOT NULL,
    idempotency_key text                  NOT NULL,
    unpaid_no       smallint              NOT NULL,
    created_at      timestamptz           NOT NULL,
    updated_at      timestamptz           NOT NULL,
    CONSTRAINT pk_orders PRIMARY KEY (id),
    CONSTRAINT uq_orders_order_no UNIQUE (order_no),
    CONSTRAINT uq_orders_user_id_idempotency_key UNIQUE (user_id, idempotency_key),
    CONSTRAINT chk_orders_order_no CHECK (length(order_no) = 14),
    CONSTRAINT chk_orders_total CHECK (total > 0 AND kernel.is_money(total, currency)),
    CONSTRAINT chk_orders_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT chk_orders_idempotency_key CHECK (length(idempotency_key) BETWEEN 1 AND 128),
    CONSTRAINT chk_orders_unpaid_no CHECK (unpaid_no BETWEEN 1 AND 10),
    CONSTRAINT chk_orders_payment_id CHECK (
        CASE status
            WHEN 'pending' THEN true
            WHEN 'cancelled' THEN payment_id IS NULL
            ELSE payment_id IS NOT NULL
        END
    )
);
CREATE UNIQUE INDEX uq_orders_user_id_unpaid_no ON commerce.orders (user_id, unpaid_no) WHERE status = 'pending';
CREATE INDEX ix_orders_user_id_unpaid
    ON commerce.orders (user_id, created_at) WHERE status IN ('pending', 'cancelled', 'failed');
CREATE INDEX ix_orders_user_id ON commerce.orders (user_id, id);
CREATE INDEX ix_orders_status ON commerce.orders (status, id);
CREATE INDEX ix_orders_expires_at ON commerce.orders (expires_at, id) WHERE status = 'pending' AND payment_id IS NULL;
COMMENT ON TABLE commerce.orders IS 'Orders of buyers. Delete policy: status.';
COMMENT ON COLUMN commerce.orders.order_no IS 'Number that people read, as in 7Q2M-9XD4-T1BK.';
COMMENT ON COLUMN commerce.orders.user_id IS 'Buyer; a user of identity.';
COMMENT ON COLUMN commerce.orders.total IS 'Price of all items.';
COMMENT ON COLUMN commerce.orders.currency IS 'Currency of the total and of every item, ISO 4217.';
COMMENT ON COLUMN commerce.orders.payment_id IS 'Payment that is pending or has decided; null before the first attempt.';
COMMENT ON COLUMN commerce.orders.expires_at IS 'End of the reservation, unless a payment has begun.';
COMMENT ON COLUMN commerce.orders.idempotency_key IS 'Idempotency-Key of the request; one order for each key of a buyer.';
COMMENT ON COLUMN commerce.orders.unpaid_no IS 'Number among the unpaid orders of the buyer; it bounds them and means nothing once the order is not pending.';
COMMENT ON COLUMN commerce.orders.updated_at IS 'Last change of status or payment.';
GRANT SELECT, INSERT, UPDATE ON commerce.orders TO ashlar_app;
--rollback DROP TABLE commerce.orders;

--changeset commerce:003-create-order-items
--comment: Prices and tokens are copied, so that an edit of the product does not change what was bought.
CREATE TABLE commerce.order_items (
    order_id    uuid           NOT NULL,
    product_id  uuid           NOT NULL,
    quantity    int            NOT NULL,
    unit_price  numeric(12, 2) NOT NULL,
    currency    text           NOT NULL,
    unit_tokens bigint         NOT NULL DEFAULT 0,
    created_at  timestamptz    NOT NULL,
    CONSTRAINT pk_order_items PRIMARY KEY (order_id, product_id),
    CONSTRAINT fk_order_items_order_id FOREIGN KEY (order_id) REFERENCES commerce.orders (id) ON DELETE RESTRICT,
    CONSTRAINT fk_order_items_product_id FOREIGN KEY (product_id) REFERENCES commerce.products (id) ON DELETE RESTRICT,
    CONSTRAINT chk_order_items_quantity CHECK (quantity BETWEEN 1 AND 100),
    CONSTRAINT chk_order_items_unit_price CHECK (unit_price > 0 AND kernel.is_money(unit_price, currency)),
    CONSTRAINT chk_order_items_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT chk_order_items_unit_tokens CHECK (unit_tokens BETWEEN 0 AND 1000000)
);
CREATE INDEX ix_order_items_product_id ON commerce.order_items (product_id);
COMMENT ON TABLE commerce.order_items IS 'Products of an order as they were when it was placed. Delete policy: append-only.';
COMMENT ON COLUMN commerce.order_items.quantity IS 'Number of pieces.';
COMMENT ON COLUMN commerce.order_items.unit_price IS 'Price of one piece.';
COMMENT ON COLUMN commerce.order_items.unit_tokens IS 'Tokens in one piece; 0 for goods.';
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON commerce.order_items
    FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
GRANT SELECT, INSERT ON commerce.order_items TO ashlar_app;
--rollback DROP TABLE commerce.order_items;

--changeset commerce:003-create-limit-pieces splitStatements:false
--comment: A few unpaid orders of many products would otherwise reserve whole stocks.
CREATE FUNCTION commerce.limit_pieces() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS
$$
BEGIN
    IF EXISTS (
        SELECT
        FROM commerce.order_items AS i
        WHERE i.order_id IN (SELECT order_id FROM added)
        GROUP BY i.order_id
        HAVING sum(i.quantity) > 100
    ) THEN
        RAISE EXCEPTION 'an order has at most 100 pieces' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION commerce.limit_pieces() IS 'Trigger function of order_items: refuses an order of too many pieces.';
--rollback DROP FUNCTION commerce.limit_pieces();

--changeset commerce:003-limit-pieces
CREATE TRIGGER limit_pieces AFTER INSERT ON commerce.order_items
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION commerce.limit_pieces();
--rollback DROP TRIGGER limit_pieces ON commerce.order_items;

--changeset commerce:003-create-payment-status
CREATE TYPE commerce.payment_status AS ENUM ('pending', 'captured', 'declined', 'refunding', 'refunded');
COMMENT ON TYPE commerce.payment_status IS 'Status of a payment.';
--rollback DROP TYPE commerce.payment_status;

--changeset commerce:003-create-payment-attention
CREATE TYPE commerce.payment_attention AS ENUM (
    'order_failed', 'amount_different', 'money_returned', 'outcome_missing', 'refund_unconfirmed'
);
COMMENT ON TYPE commerce.payment_attention IS 'Reason for which an administrator has to decide about a payment.';
--rollback DROP TYPE commerce.payment_attention;

--changeset commerce:003-create-payments
--comment: A row is committed before the gateway is asked, so that no money moves without a record.
CREATE TABLE commerce.payments (
    id              uuid                    NOT NULL,
    order_id        uuid                    NOT NULL,
    provider        text                    NOT NULL,
    external_id     text,
    source          text                    NOT NULL,
    status          commerce.payment_status NOT NULL DEFAULT 'pending',
    attention       commerce.payment_attention,
    amount          numeric(12, 2)          NOT NULL,
    currency        text                    NOT NULL,
    idempotency_key text                    NOT NULL,
    reason          text,
    due_at          timestamptz,
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
    CONSTRAINT chk_payments_amount CHECK (amount > 0 AND kernel.is_money(amount, currency)),
    CONSTRAINT chk_payments_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT chk_payments_idempotency_key CHECK (length(idempotency_key) BETWEEN 1 AND 128),
    CONSTRAINT chk_payments_reason CHECK (length(reason) BETWEEN 1 AND 200),
    CONSTRAINT chk_payments_captured CHECK (status IN ('pending', 'declined') OR external_id IS NOT NULL),
    CONSTRAINT chk_payments_attention CHECK (
        CASE attention
            WHEN 'order_failed' THEN status = 'captured'
            WHEN 'amount_different' THEN status = 'captured'
            WHEN 'money_returned' THEN status = 'refunded'
            WHEN 'outcome_missing' THEN status = 'pending'
            WHEN 'refund_unconfirmed' THEN status = 'refunding'
            ELSE true
        END
    )
);
CREATE UNIQUE INDEX uq_payments_captured
    ON commerce.payments (order_id) WHERE status IN ('captured', 'refunding', 'refunded');
CREATE UNIQUE INDEX uq_payments_pending ON commerce.payments (order_id) WHERE status = 'pending';
CREATE INDEX ix_payments_due_at ON commerce.payments (due_at, id) WHERE status <> 'refunded';
CREATE INDEX ix_payments_attention ON commerce.payments (id) WHERE attention IS NOT NULL;
COMMENT ON TABLE commerce.payments IS 'Attempts to pay orders. Delete policy: status.';
COMMENT ON COLUMN commerce.payments.id IS 'Also the idempotency key at the gateway, which carries out one charge for it.';
COMMENT ON COLUMN commerce.payments.provider IS 'Name of the gateway.';
COMMENT ON COLUMN commerce.payments.external_id IS 'Key of the payment at the gateway; null until the gateway has answered.';
COMMENT ON COLUMN commerce.payments.source IS 'Reference that the gateway gave to the buyer''s browser, never a card number.';
COMMENT ON COLUMN commerce.payments.attention IS 'Null in the ordinary course.';
COMMENT ON COLUMN commerce.payments.amount IS 'Total of the order.';
COMMENT ON COLUMN commerce.payments.idempotency_key IS 'Idempotency-Key of the request; one payment for each key of an order.';
COMMENT ON COLUMN commerce.payments.reason IS 'Reason of a decline in the gateway''s words, or of a different amount; null otherwise.';
COMMENT ON COLUMN commerce.payments.due_at IS 'Time from which the gateway is asked about the payment; null if nothing new is expected.';
COMMENT ON COLUMN commerce.payments.updated_at IS 'Last change of status.';
GRANT SELECT, INSERT, UPDATE ON commerce.payments TO ashlar_app;
--rollback DROP TABLE commerce.payments;

--changeset commerce:003-refer-to-payments
--comment: The payment of an order must be a payment for that order. The tables refer to each other, so this follows both.
SET LOCAL lock_timeout = '5s';
ALTER TABLE commerce.orders
    ADD CONSTRAINT fk_orders_payment_id
        FOREIGN KEY (payment_id, id) REFERENCES commerce.payments (id, order_id) ON DELETE RESTRICT;
--rollback ALTER TABLE commerce.orders DROP CONSTRAINT fk_orders_payment_id;
