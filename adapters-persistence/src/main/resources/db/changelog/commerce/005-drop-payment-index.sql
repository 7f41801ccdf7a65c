--liquibase formatted sql

--changeset commerce:005-drop-payment-index runInTransaction:false
--comment: No statement looks for an order by its payment alone, and whoever checks the foreign key (payment_id, id) has the order's key.
DROP INDEX CONCURRENTLY commerce.ix_orders_payment_id;
--rollback CREATE INDEX CONCURRENTLY ix_orders_payment_id ON commerce.orders (payment_id, id);
