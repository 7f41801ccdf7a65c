CREATE SCHEMA shop;
CREATE TABLE shop.customers (id uuid PRIMARY KEY, email text NOT NULL);
CREATE TABLE shop.orders (
    id          uuid PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES shop.customers (id),
    status      text NOT NULL,
    created_at  timestamptz NOT NULL,
    deleted_at  timestamptz
);
CREATE INDEX ix_orders_customer_id ON shop.orders (customer_id, created_at);
COMMENT ON TABLE shop.orders IS 'Orders. Delete policy: soft. Scope: customer_id.';
