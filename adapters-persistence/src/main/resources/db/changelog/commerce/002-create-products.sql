--liquibase formatted sql

--changeset commerce:002-create-product-kind
CREATE TYPE commerce.product_kind AS ENUM ('goods', 'token_pack');
COMMENT ON TYPE commerce.product_kind IS 'What is sold.';
--rollback DROP TYPE commerce.product_kind;

--changeset commerce:002-create-products
--comment: The stock and what is promised of it stand in one row, so that one conditional UPDATE decides who gets the last piece.
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
    CONSTRAINT chk_products_price CHECK (price > 0),
    CONSTRAINT chk_products_currency CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT chk_products_stock CHECK (stock BETWEEN 0 AND 1000000000),
    CONSTRAINT chk_products_reserved CHECK (reserved BETWEEN 0 AND stock),
    CONSTRAINT chk_products_version CHECK (version >= 0)
);
CREATE INDEX ix_products_kind ON commerce.products (kind, id);
CREATE INDEX ix_products_is_active ON commerce.products (is_active, id);
COMMENT ON TABLE commerce.products IS 'What is sold. Orders refer to it for ever. Delete policy: status.';
COMMENT ON COLUMN commerce.products.id IS 'Key, UUIDv7.';
COMMENT ON COLUMN commerce.products.sku IS 'What the business calls it.';
COMMENT ON COLUMN commerce.products.name IS 'What buyers call it.';
COMMENT ON COLUMN commerce.products.kind IS 'Goods, or tokens for the buyer''s wallet.';
COMMENT ON COLUMN commerce.products.token_amount IS 'Tokens in one token pack; null for goods.';
COMMENT ON COLUMN commerce.products.price IS 'Price of one; orders keep the one they were placed at.';
COMMENT ON COLUMN commerce.products.currency IS 'Currency of the price, ISO 4217.';
COMMENT ON COLUMN commerce.products.stock IS 'How many there are, those reserved included.';
COMMENT ON COLUMN commerce.products.reserved IS 'How many are promised to orders that are not paid yet.';
COMMENT ON COLUMN commerce.products.is_active IS 'Whether it can be ordered.';
COMMENT ON COLUMN commerce.products.created_at IS 'When it was put on sale.';
COMMENT ON COLUMN commerce.products.updated_at IS 'When the row last changed.';
COMMENT ON COLUMN commerce.products.version IS 'Counts edits and sales; guards edits against each other and against sales.';
GRANT SELECT, INSERT, UPDATE ON commerce.products TO ashlar_app;
--rollback DROP TABLE commerce.products;
