--liquibase formatted sql

--changeset admissions:009-fold-colleges
--comment: An assignment computes the search text again, with the letters that kernel/015 folds.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';
UPDATE admissions.colleges
SET name = name
WHERE search <> kernel.folded(name || ' ' || city);
--rollback SELECT 'Nothing to undo: the next edit of a college computes its search text.';
