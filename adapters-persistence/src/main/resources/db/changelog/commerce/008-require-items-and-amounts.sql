--liquibase formatted sql
-- waive migrations-on-filled-tables commerce.orders: rows are made of orders without items
-- waive migrations-on-filled-tables commerce.payments: rows are made of amounts that are not the total of their order
-- waive migrations-on-filled-tables commerce.payment_events: rows are made with those of payments
-- waive migrations-on-filled-tables commerce.payment_decisions: rows are made with those of payments

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

--changeset commerce:008-create-check-amounts splitStatements:false
--comment: The gateway is asked for the amount of the payment, so that it may not differ from what the buyer has ordered.
CREATE FUNCTION commerce.check_amounts() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS
$$
DECLARE
    checked constant uuid := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
    IF EXISTS (
        SELECT
        FROM commerce.payments AS p
        JOIN commerce.orders AS o ON o.id = p.order_id
        WHERE o.id = checked
            AND (p.amount <> o.total OR p.currency <> o.currency)
    ) THEN
        RAISE EXCEPTION 'a payment of order % asks for another amount than its total', checked
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION commerce.check_amounts() IS 'Trigger function: refuses payments of an order that ask for another amount than its total. The argument names the column with the key of the order.';
--rollback DROP FUNCTION commerce.check_amounts();

--changeset commerce:008-check-amounts-of-payments
SET LOCAL lock_timeout = '5s';
CREATE CONSTRAINT TRIGGER check_amounts
    AFTER INSERT OR UPDATE OF order_id, amount, currency ON commerce.payments
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION commerce.check_amounts('order_id');
--rollback DROP TRIGGER check_amounts ON commerce.payments;

--changeset commerce:008-check-amounts-of-orders
SET LOCAL lock_timeout = '5s';
CREATE CONSTRAINT TRIGGER check_amounts
    AFTER UPDATE OF total, currency ON commerce.orders
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION commerce.check_amounts('id');
--rollback DROP TRIGGER check_amounts ON commerce.orders;
