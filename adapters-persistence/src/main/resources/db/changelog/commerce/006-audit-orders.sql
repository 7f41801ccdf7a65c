--liquibase formatted sql
-- not audited commerce.order_items: never changed; the total of the order is audited

--changeset commerce:006-audit-products
--comment: Reserved pieces follow from the orders.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON commerce.products
    FOR EACH ROW EXECUTE FUNCTION kernel.audit(
        'id', 'sku', 'token_amount', 'price', 'currency', 'stock', 'is_active'
    );
--rollback DROP TRIGGER audit ON commerce.products;

--changeset commerce:006-audit-orders
--comment: A change and its entry in the audit log commit together.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON commerce.orders
    FOR EACH ROW EXECUTE FUNCTION kernel.audit('id', 'user_id', 'status', 'total', 'currency', 'payment_id');
--rollback DROP TRIGGER audit ON commerce.orders;

--changeset commerce:006-audit-payments
--comment: A change and its entry in the audit log commit together.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON commerce.payments
    FOR EACH ROW EXECUTE FUNCTION kernel.audit(
        'id', 'order_id', 'provider', 'external_id', 'status', 'attention', 'amount', 'currency'
    );
--rollback DROP TRIGGER audit ON commerce.payments;

--changeset commerce:006-audit-payment-decisions
--comment: The table is append-only.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER INSERT ON commerce.payment_decisions
    FOR EACH ROW EXECUTE FUNCTION kernel.audit('id', 'payment_id', 'action', 'actor_id');
--rollback DROP TRIGGER audit ON commerce.payment_decisions;
