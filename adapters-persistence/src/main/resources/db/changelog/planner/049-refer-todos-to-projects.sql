--liquibase formatted sql

--changeset planner:049-refer-todos-to-projects
--comment: Todos come before projects, because schedule items refer to them. A todo leaves its project with the membership of its owner.
SET LOCAL lock_timeout = '5s';
ALTER TABLE planner.todos
    ADD COLUMN project_id uuid,
    ADD CONSTRAINT fk_todos_project_id
        FOREIGN KEY (project_id) REFERENCES planner.projects (id) ON DELETE SET NULL NOT VALID,
    ADD CONSTRAINT fk_todos_project_id_owner_id
        FOREIGN KEY (project_id, owner_id) REFERENCES planner.project_members (project_id, user_id)
        ON DELETE SET NULL (project_id) NOT VALID;
COMMENT ON COLUMN planner.todos.project_id IS 'Project whose members, of whom the owner is one, see the todo; null if only the owner does.';
--rollback ALTER TABLE planner.todos DROP COLUMN project_id;

--changeset planner:049-validate-projects-of-todos
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';
ALTER TABLE planner.todos VALIDATE CONSTRAINT fk_todos_project_id;
ALTER TABLE planner.todos VALIDATE CONSTRAINT fk_todos_project_id_owner_id;
--rollback SELECT 'Nothing to undo: a constraint goes with the changeset that adds it.';

--changeset planner:049-index-projects-of-todos runInTransaction:false
CREATE INDEX CONCURRENTLY ix_todos_project_id
    ON planner.todos (project_id, status, position) WHERE project_id IS NOT NULL;
--rollback DROP INDEX CONCURRENTLY planner.ix_todos_project_id;

--changeset planner:049-index-members-of-todos runInTransaction:false
CREATE INDEX CONCURRENTLY ix_todos_project_id_owner_id
    ON planner.todos (project_id, owner_id) WHERE project_id IS NOT NULL;
--rollback DROP INDEX CONCURRENTLY planner.ix_todos_project_id_owner_id;
