--liquibase formatted sql

--changeset planner:049-refer-todos-to-projects
--comment: Todos come before projects, because schedule items refer to them. A purged project leaves its todos to their owners.
SET LOCAL lock_timeout = '5s';
ALTER TABLE planner.todos
    ADD CONSTRAINT fk_todos_project_id
        FOREIGN KEY (project_id) REFERENCES planner.projects (id) ON DELETE SET NULL NOT VALID;
--rollback ALTER TABLE planner.todos DROP CONSTRAINT fk_todos_project_id;

--changeset planner:049-validate-projects-of-todos
SET LOCAL lock_timeout = '5s';
SET LOCAL statement_timeout = '60s';
ALTER TABLE planner.todos VALIDATE CONSTRAINT fk_todos_project_id;
--rollback SELECT 'Nothing to undo: a constraint goes with the changeset that adds it.';
