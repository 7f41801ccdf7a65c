--liquibase formatted sql

--changeset mentoring:007-create-index-without-slots runInTransaction:false
--comment: Mentors without slots until a day, including those without any, are one range of this index.
CREATE INDEX CONCURRENTLY ix_mentors_without_slots
    ON mentoring.mentors (COALESCE(slots_until, '-infinity'::date), user_id) WHERE is_active;
--rollback DROP INDEX CONCURRENTLY mentoring.ix_mentors_without_slots;

--changeset mentoring:007-drop-index-slots-until runInTransaction:false
--comment: Replaced by the index above, which also covers NULL as one range.
DROP INDEX CONCURRENTLY mentoring.ix_mentors_slots_until;
--rollback CREATE INDEX CONCURRENTLY ix_mentors_slots_until ON mentoring.mentors (slots_until NULLS FIRST, user_id) WHERE is_active;
