--liquibase formatted sql

--changeset kernel:006-add-btree-gist
--comment: Lets an exclusion constraint compare a key for equality beside a range for overlap. A trusted extension: the owner of the database may add it.
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA kernel;
--rollback DROP EXTENSION btree_gist;
