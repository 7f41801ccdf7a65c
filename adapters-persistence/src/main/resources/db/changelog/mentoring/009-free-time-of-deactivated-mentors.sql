--liquibase formatted sql

--changeset mentoring:009-free-time-of-deactivated-mentors
--comment: A build before this changelog kept the time of slots that ended with the account of their mentor, so that a mentor who came back could not offer it by an availability.
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';
UPDATE mentoring.slots AS s
SET is_available = TRUE,
    version = s.version + 1,
    updated_at = now()
WHERE s.status = 'cancelled'
  AND NOT s.is_available
  AND s.ends_at > now()
  AND EXISTS (
    SELECT
    FROM mentoring.slot_transitions AS t
    WHERE t.slot_id = s.id
      AND t.to_status = 'cancelled'
      AND t.actor_id IS NULL
      AND t.reason = 'The account was deactivated'
  );
--rollback SELECT 'Nothing to undo: the time of these slots is free in each release.';
