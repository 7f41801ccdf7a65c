--liquibase formatted sql
-- not audited mentoring.slot_transitions: append-only itself, written with the change of its slot

--changeset mentoring:008-audit-mentors
--comment: A change and its entry in the audit log commit together.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON mentoring.mentors
    FOR EACH ROW EXECUTE FUNCTION kernel.audit(
        'user_id', 'token_price', 'earning_tokens', 'penalty_tokens', 'cancel_cutoff_minutes',
        'direct_booking', 'is_active'
    );
--rollback DROP TRIGGER audit ON mentoring.mentors;

--changeset mentoring:008-audit-slots
--comment: A new slot and the removal of a past one decide nothing; the job makes and removes thousands.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER UPDATE ON mentoring.slots
    FOR EACH ROW EXECUTE FUNCTION kernel.audit(
        'id', 'mentor_id', 'student_id', 'starts_at', 'status', 'price_tokens', 'earning_tokens',
        'penalty_tokens', 'no_show', 'earnings_credited', 'put_aside_at'
    );
--rollback DROP TRIGGER audit ON mentoring.slots;
