--liquibase formatted sql

--changeset commerce:002-create-product-kind
CREATE TYPE commerce.product_kind AS ENUM ('goods', 'token_pack');
COMMENT ON TYPE commerce.product_kind IS 'Kind of a product.';
--rollback DROP TYPE commerce.product_kind;

--changeset commerce:002-create-products
--comment: Stock and reservations are in one row, so that one conditional UPDATE decides which order gets the last piece.
CREATE TABLE commerce.products (
    id           uuid                  NOT NULL,
    sku          text                  NOT NULL,
    name         text                  NOT NULL,
    kind         commerce.product_kind NOT NULL DEFAULT 'goods',
    token_amount bigint,
    price        numeric(12, 2)        NOT NULL,
    currency     text                  NOT NULL,
    stock        bigint                NOT NULL DEFAULT 0,
    reserved     bigint                NOT NULL DEFAULT 0,
    is_active    boolean               NOT NULL DEFAULT true,
    created_at   timestamptz           NOT NULL,
    updated_at   timestamptz           NOT NULL,
    version      int                   NOT NULL DEFAULT 0,
    CONSTRAINT pk_products PRIMARY KEY (id),
    CONSTRAINT uq_products_sku UNIQUE (sku),
    CONSTRAINT chk_products_sku CHECK (length(sku) BETWEEN 1 AND 40),
    CONSTRAINT chk_products_name CHECK (length(name) BETWEEN 1 AND 200),
    CONSTRAINT chk_products_token_amount CHECK (
        (kind = 'token_pack') = (token_amount IS NOT NULL) AND token_amount BETWEEN 1 AND 1000000
    ),
    CONSTRAINT chk_products_price CHECK (price > 0 AND kernel.is_money(price, currency)),
    CONSTRAINT chk_products_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT chk_products_stock CHECK (stock BETWEEN 0 AND 1000000000),
    CONSTRAINT chk_products_reserved CHECK (reserved BETWEEN 0 AND stock),
    CONSTRAINT chk_products_version CHECK (version >= 0)
);
CREATE INDEX ix_products_kind ON commerce.products (kind, id);
CREATE INDEX ix_products_is_active ON commerce.products (is_active, id);
COMMENT ON TABLE commerce.products IS 'Products for sale; orders keep referring to them. Delete policy: status.';
COMMENT ON COLUMN commerce.products.sku IS 'Business key, unique.';
COMMENT ON COLUMN commerce.products.token_amount IS 'Tokens in one token pack; null for goods.';
COMMENT ON COLUMN commerce.products.price IS 'Price of one piece; orders keep the price at which they were placed.';
COMMENT ON COLUMN commerce.products.stock IS 'Number of pieces, reserved ones included.';
COMMENT ON COLUMN commerce.products.reserved IS 'Number of pieces that are reserved for unpaid orders.';
COMMENT ON COLUMN commerce.products.is_active IS 'True if the product can be ordered.';
COMMENT ON COLUMN commerce.products.version IS 'Counts edits and sales; protects edits from each other and from sales.';
GRANT SELECT, INSERT, UPDATE ON commerce.products TO ashlar_app;
--rollback DROP TABLE commerce.products;
