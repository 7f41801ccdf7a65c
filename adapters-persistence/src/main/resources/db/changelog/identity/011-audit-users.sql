--liquibase formatted sql
-- not audited identity.refresh_tokens: sessions, whose theft and end the security log has
-- not audited identity.auth_events: a log itself

--changeset identity:011-audit-users
--comment: A change and its entry in the audit log commit together.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON identity.users
    FOR EACH ROW EXECUTE FUNCTION kernel.audit('id', 'role', 'stage', 'sales_head_id', 'is_active');
--rollback DROP TRIGGER audit ON identity.users;

--changeset identity:011-audit-second-factors
--comment: A change and its entry in the audit log commit together.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE OR DELETE ON identity.second_factors
    FOR EACH ROW EXECUTE FUNCTION kernel.audit('user_id', 'confirmed_at');
--rollback DROP TRIGGER audit ON identity.second_factors;
