--liquibase formatted sql

--changeset wallet:001-create-schema
--comment: Schema of the wallet context; statements of other contexts do not use it.
CREATE SCHEMA wallet;
COMMENT ON SCHEMA wallet IS 'Token balances and the ledger that explains them.';
GRANT USAGE ON SCHEMA wallet TO ashlar_app;
--rollback DROP SCHEMA wallet;
