--liquibase formatted sql

--changeset ai:001-create-schema
--comment: Schema of the AI context; statements of other contexts do not use it.
CREATE SCHEMA ai;
COMMENT ON SCHEMA ai IS 'Providers and prices of language models, calls of them, budgets and statistics.';
GRANT USAGE ON SCHEMA ai TO ashlar_app;
--rollback DROP SCHEMA ai;
