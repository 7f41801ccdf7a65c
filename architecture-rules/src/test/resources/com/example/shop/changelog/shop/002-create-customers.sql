--liquibase formatted sql

--changeset shop:002-create-customers
--comment: People who buy.
CREATE TABLE shop.customers (
    id         uuid        NOT NULL,
    name       text        NOT NULL,
    email      text        NOT NULL,
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    deleted_at timestamptz,
    CONSTRAINT pk_customers PRIMARY KEY (id),
    CONSTRAINT chk_customers_name CHECK (length(name) BETWEEN 1 AND 200),
    CONSTRAINT chk_customers_email CHECK (length(email) BETWEEN 3 AND 320)
);
CREATE UNIQUE INDEX uq_customers_email ON shop.customers (lower(email)) WHERE deleted_at IS NULL;
CREATE INDEX ix_customers_name ON shop.customers (name, id) WHERE deleted_at IS NULL;
COMMENT ON TABLE shop.customers IS 'People who buy. Delete policy: soft.';
COMMENT ON COLUMN shop.customers.name IS 'As shown on invoices.';
COMMENT ON COLUMN shop.customers.email IS 'Receives invoices; unique among live customers, ignoring case.';
COMMENT ON COLUMN shop.customers.created_at IS 'Time of the first purchase.';
COMMENT ON COLUMN shop.customers.deleted_at IS 'When they were deleted; null while live.';
GRANT SELECT, INSERT, UPDATE ON shop.customers TO shop_app;
--rollback DROP TABLE shop.customers;
