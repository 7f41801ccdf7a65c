--liquibase formatted sql

--changeset shop:001-create-role splitStatements:false
--comment: Roles belong to the server, so another database may have made it already.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shop_app') THEN
        CREATE ROLE shop_app;
    END IF;
END
$$;
--rollback SELECT 'The role stays: it belongs to the server, not to this database.';

--changeset shop:001-create-schema
--comment: The schema comes before its tables.
CREATE SCHEMA shop;
COMMENT ON SCHEMA shop IS 'Customers of the shop.';
GRANT USAGE ON SCHEMA shop TO shop_app;
--rollback DROP SCHEMA shop;
