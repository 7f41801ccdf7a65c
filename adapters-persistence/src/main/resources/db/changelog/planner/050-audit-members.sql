--liquibase formatted sql
-- not audited planner.todos: notes of one person for that person
-- not audited planner.friendships: private; nobody decides about others
-- not audited planner.automation_jobs: settings of one person for that person

--changeset planner:050-audit-project-members
--comment: A change and its entry in the audit log commit together.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE OR DELETE ON planner.project_members
    FOR EACH ROW EXECUTE FUNCTION kernel.audit('project_id', 'user_id', 'role');
--rollback DROP TRIGGER audit ON planner.project_members;
