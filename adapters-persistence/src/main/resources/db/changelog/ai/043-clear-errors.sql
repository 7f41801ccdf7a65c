--liquibase formatted sql

--changeset ai:043-clear-errors
--comment: Errors of interactions may name the user, too. The hourly erasure clears them for users whose erasure has not ended.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';
UPDATE ai.ai_erased_users
SET cleared_at = NULL,
    updated_at = now()
WHERE cleared_at IS NOT NULL;
--rollback SELECT 'Nothing to undo: the hourly erasure notes again what is cleared.';
