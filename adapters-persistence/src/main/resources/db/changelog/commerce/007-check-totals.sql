--liquibase formatted sql
-- waive migrations-on-filled-tables commerce.order_items: rows are made of prices that are not the total of their order

--changeset commerce:007-create-check-total splitStatements:false
--comment: A payment asks for the total of its order, so the total may not differ from what the buyer gets.
CREATE FUNCTION commerce.check_total() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS
$$
DECLARE
    checked constant uuid := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
    IF EXISTS (
        SELECT
        FROM commerce.orders AS o
        JOIN commerce.order_items AS i ON i.order_id = o.id
        WHERE o.id = checked
        GROUP BY o.id
        HAVING sum(i.quantity * i.unit_price) <> o.total OR bool_or(i.currency <> o.currency)
    ) THEN
        RAISE EXCEPTION 'the total of order % is not the price of its items in one currency', checked
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION commerce.check_total() IS 'Trigger function: refuses an order whose total is not the price of its items in its currency. The argument names the column with the key of the order.';
--rollback DROP FUNCTION commerce.check_total();

--changeset commerce:007-check-totals-of-items
--comment: Deferred, because the items of an order may be stored one by one.
SET LOCAL lock_timeout = '5s';
CREATE CONSTRAINT TRIGGER check_total
    AFTER INSERT ON commerce.order_items
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION commerce.check_total('order_id');
--rollback DROP TRIGGER check_total ON commerce.order_items;

--changeset commerce:007-check-totals-of-orders
--comment: Items never change, so a total may change only with an item that is added.
SET LOCAL lock_timeout = '5s';
CREATE CONSTRAINT TRIGGER check_total
    AFTER UPDATE OF total, currency ON commerce.orders
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION commerce.check_total('id');
--rollback DROP TRIGGER check_total ON commerce.orders;
