--liquibase formatted sql

--changeset publishing:011-rename-erased-people
--comment: Copies of the profiles that identity renames in this release; the next comparison would do it, and report them as defects.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '10min';
UPDATE publishing.people AS p
SET username = 'deleted~' || right(replace(p.user_id::text, '-', ''), 20),
    updated_at = now()
WHERE p.username = 'deleted-' || right(replace(p.user_id::text, '-', ''), 20)
    AND p.display_name = 'Deleted user';
--rollback SELECT 'Nothing to undo: both names belong to erased accounts only.';
