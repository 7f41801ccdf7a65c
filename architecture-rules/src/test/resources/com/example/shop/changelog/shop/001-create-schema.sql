--liquibase formatted sql

--changeset shop:001-create-schema
--comment: The schema comes before its tables.
CREATE SCHEMA shop;
COMMENT ON SCHEMA shop IS 'Customers of the shop.';
--rollback DROP SCHEMA shop;
