--liquibase formatted sql

--changeset kernel:009-declare-scope
--comment: A key and its answer are only ever looked up for the one who sent it.
COMMENT ON TABLE kernel.idempotency_keys IS 'Requests carried out under an Idempotency-Key, with their answers. Delete policy: hard. Scope: principal_id.';
--rollback COMMENT ON TABLE kernel.idempotency_keys IS 'Requests carried out under an Idempotency-Key, with their answers. Delete policy: hard.';
