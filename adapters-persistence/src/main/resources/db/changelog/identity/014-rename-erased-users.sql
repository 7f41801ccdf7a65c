--liquibase formatted sql

--changeset identity:014-rename-erased-users
--comment: Erased accounts have names that no user can choose. Those that were erased before this release have names that anybody could register.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '10min';
UPDATE identity.users AS u
SET email = replace(u.id::text, '-', '') || '@deleted',
    username = 'deleted~' || right(replace(u.id::text, '-', ''), 20),
    updated_at = now(),
    version = u.version + 1
WHERE u.erased_at IS NOT NULL
    AND (
        u.email <> replace(u.id::text, '-', '') || '@deleted'
        OR u.username <> 'deleted~' || right(replace(u.id::text, '-', ''), 20)
    );
--rollback SELECT 'Nothing to undo: the release before finds erased accounts by their names of then or by erased_at.';
