--liquibase formatted sql
-- waive migrations-on-filled-tables commerce.orders: rows are made of orders without items

--changeset commerce:008-create-check-items splitStatements:false
--comment: check_total compares the items of an order, so that an order without any would have any total.
CREATE FUNCTION commerce.check_items() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS
$$
BEGIN
    IF NOT EXISTS (SELECT FROM commerce.order_items AS i WHERE i.order_id = NEW.id) THEN
        RAISE EXCEPTION 'order % has no items', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION commerce.check_items() IS 'Trigger function of orders: refuses an order without items.';
--rollback DROP FUNCTION commerce.check_items();

--changeset commerce:008-check-items
--comment: Deferred, because items refer to their order. They are never removed, so that an order keeps them.
SET LOCAL lock_timeout = '5s';
CREATE CONSTRAINT TRIGGER check_items
    AFTER INSERT ON commerce.orders
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION commerce.check_items();
--rollback DROP TRIGGER check_items ON commerce.orders;

--changeset commerce:008-index-totals runInTransaction:false
--comment: Target of the reference below.
CREATE UNIQUE INDEX CONCURRENTLY uq_orders_id_total ON commerce.orders (id, total, currency);
--rollback DROP INDEX CONCURRENTLY commerce.uq_orders_id_total;

--changeset commerce:008-refer-amounts-to-totals
--comment: A payment asks for the total of its order, which therefore stays once a payment has begun.
SET LOCAL lock_timeout = '5s';
ALTER TABLE commerce.payments
    ADD CONSTRAINT fk_payments_amount
        FOREIGN KEY (order_id, amount, currency) REFERENCES commerce.orders (id, total, currency)
        ON DELETE RESTRICT NOT VALID;
--rollback ALTER TABLE commerce.payments DROP CONSTRAINT fk_payments_amount;

--changeset commerce:008-validate-amounts
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '5min';
ALTER TABLE commerce.payments VALIDATE CONSTRAINT fk_payments_amount;
--rollback SELECT 'Nothing to undo: a constraint goes with the changeset that adds it.';
