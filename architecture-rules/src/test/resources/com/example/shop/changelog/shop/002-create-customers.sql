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
COMMENT ON COLUMN shop.customers.id IS 'Key.';
COMMENT ON COLUMN shop.customers.name IS 'What we call them.';
COMMENT ON COLUMN shop.customers.email IS 'Where invoices go; unique among live customers, whatever its case.';
COMMENT ON COLUMN shop.customers.version IS 'Grows with every change.';
COMMENT ON COLUMN shop.customers.created_at IS 'When they first bought.';
COMMENT ON COLUMN shop.customers.updated_at IS 'When the row last changed.';
COMMENT ON COLUMN shop.customers.deleted_at IS 'When they were deleted; null while live.';
GRANT SELECT, INSERT, UPDATE ON shop.customers TO shop_app;
--rollback DROP TABLE shop.customers;
