--liquibase formatted sql

--changeset kernel:008-comment-principals
--comment: An identifier that no foreign key holds says to which context it belongs.
COMMENT ON COLUMN kernel.idempotency_keys.principal_id IS 'Who sent the request, a user of identity; keys of two people never meet.';
--rollback COMMENT ON COLUMN kernel.idempotency_keys.principal_id IS 'Who sent the request; keys of two people never meet.';
