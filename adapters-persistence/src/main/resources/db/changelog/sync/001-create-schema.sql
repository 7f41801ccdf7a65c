--liquibase formatted sql

--changeset sync:001-create-schema
--comment: Schema of the sync context; statements of other contexts do not use it.
CREATE SCHEMA sync;
COMMENT ON SCHEMA sync IS 'Runs that pull external catalogues, each of which has a separate schema.';
GRANT USAGE ON SCHEMA sync TO ashlar_app;
--rollback DROP SCHEMA sync;
