--liquibase formatted sql

--changeset admissions:010-end-waiting-lists
-- waive one-logical-change: an application changes together with its event
--comment: Earlier versions kept the waiting list of a batch that had begun or was cancelled.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';
WITH ended AS (
    UPDATE admissions.applications AS a
    SET status = 'accepted',
        waitlisted_at = NULL,
        updated_at = now(),
        version = a.version + 1
    FROM admissions.batches AS b
    WHERE b.id = a.batch_id
      AND b.status IN ('running', 'completed', 'cancelled')
      AND a.status = 'waitlisted'
    RETURNING a.id, a.version
)
INSERT INTO admissions.application_events (application_id, version, from_status, to_status, note, created_at)
SELECT ended.id, ended.version, 'waitlisted', 'accepted', 'The batch has begun or is cancelled.', now()
FROM ended;
--rollback SELECT 'Nothing to undo: nobody waits for a batch that has begun or is cancelled.';
