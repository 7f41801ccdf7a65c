--liquibase formatted sql

--changeset operations:001-create-schema
--comment: Schema of the operations context; statements of other contexts do not use it.
CREATE SCHEMA operations;
COMMENT ON SCHEMA operations IS 'Health checks, incidents, key figures and metadata of the running system.';
GRANT USAGE ON SCHEMA operations TO ashlar_app;
--rollback DROP SCHEMA operations;
