--liquibase formatted sql

--changeset kernel:001-create-application-role splitStatements:false
--comment: The role that the running application has, directly or as a member: it reads and writes rows and changes no schema.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ashlar_app') THEN
        CREATE ROLE ashlar_app NOLOGIN;
    END IF;
EXCEPTION
    -- Two databases of one server are being migrated at once; the other one has just made it.
    WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
--rollback SELECT 'The role stays: it belongs to the server, not to this database.';

--changeset kernel:001-create-schema
--comment: Home of what every context uses and none owns.
CREATE SCHEMA kernel;
COMMENT ON SCHEMA kernel IS 'Technical tables that every context uses and none owns.';
GRANT USAGE ON SCHEMA kernel TO ashlar_app;
--rollback DROP SCHEMA kernel;

--changeset kernel:001-create-refuse-change splitStatements:false
--comment: What makes a table append-only, whoever asks.
CREATE FUNCTION kernel.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS
$$
BEGIN
    RAISE EXCEPTION '%.% is append-only: % is refused.', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'integrity_constraint_violation',
            HINT = 'Correct a wrong row by adding one that reverses it.';
END
$$;
COMMENT ON FUNCTION kernel.refuse_change() IS 'Trigger function of append-only tables: refuses UPDATE, DELETE and TRUNCATE.';
--rollback DROP FUNCTION kernel.refuse_change();
