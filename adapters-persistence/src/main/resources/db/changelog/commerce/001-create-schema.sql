--liquibase formatted sql

--changeset commerce:001-create-schema
--comment: Home of the commerce context; no other context's statement reaches in here.
CREATE SCHEMA commerce;
COMMENT ON SCHEMA commerce IS 'What is sold, who orders it, and what they pay.';
GRANT USAGE ON SCHEMA commerce TO ashlar_app;
--rollback DROP SCHEMA commerce;
