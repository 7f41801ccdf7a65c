--liquibase formatted sql

--changeset commerce:001-create-schema
--comment: Schema of the commerce context; statements of other contexts do not use it.
CREATE SCHEMA commerce;
COMMENT ON SCHEMA commerce IS 'Products, orders and payments.';
GRANT USAGE ON SCHEMA commerce TO ashlar_app;
--rollback DROP SCHEMA commerce;
