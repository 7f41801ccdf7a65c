--liquibase formatted sql

--changeset kernel:007-limit-answers
--comment: Answers are kept for a day, so they have a greatest size, far above that of any answer there is.
SET LOCAL lock_timeout = '5s';
ALTER TABLE kernel.idempotency_keys
    ADD CONSTRAINT chk_idempotency_keys_location CHECK (length(location) <= 2000) NOT VALID,
    ADD CONSTRAINT chk_idempotency_keys_body CHECK (length(body) <= 1000000) NOT VALID;
--rollback ALTER TABLE kernel.idempotency_keys DROP CONSTRAINT chk_idempotency_keys_location, DROP CONSTRAINT chk_idempotency_keys_body;

--changeset kernel:007-validate-limits
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';
ALTER TABLE kernel.idempotency_keys
    VALIDATE CONSTRAINT chk_idempotency_keys_location,
    VALIDATE CONSTRAINT chk_idempotency_keys_body;
--rollback SELECT 'Nothing to undo: a constraint goes with the changeset that adds it.';
