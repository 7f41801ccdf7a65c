--liquibase formatted sql

--changeset wallet:001-create-schema
--comment: Home of the wallet context; no other context's statement reaches in here.
CREATE SCHEMA wallet;
COMMENT ON SCHEMA wallet IS 'Token balances and the ledger that explains them.';
GRANT USAGE ON SCHEMA wallet TO ashlar_app;
--rollback DROP SCHEMA wallet;
