--liquibase formatted sql
-- waive live-uniqueness planner.todos: a deleted todo keeps its place, to which restoring brings it back
-- waive most-specific-type planner.todos.position: a place is the id of a todo, which is never taken twice
-- waive reference-or-key planner.todos.position: a place remains when the todo whose id it was is purged

--changeset planner:003-create-todo-status
CREATE TYPE planner.todo_status AS ENUM ('open', 'done');
COMMENT ON TYPE planner.todo_status IS 'Status of a todo; a repeated one is open until its series ends.';
--rollback DROP TYPE planner.todo_status;

--changeset planner:003-create-todos
--comment: Todos. A deleted one stays in the trash until it is purged.
CREATE TABLE planner.todos (
    id                uuid                NOT NULL,
    owner_id          uuid                NOT NULL,
    title             text                NOT NULL,
    notes             text,
    priority          smallint            NOT NULL DEFAULT 0,
    due_date          date,
    due_time          time,
    due_zone          text,
    recurrence        text,
    recurrence_anchor date,
    recurrence_done   int,
    -- Not null, so that a list by due date has a key for each todo.
    due_on            date                NOT NULL GENERATED ALWAYS AS (coalesce(due_date, DATE '9999-12-31')) STORED,
    status            planner.todo_status NOT NULL DEFAULT 'open',
    done_at           timestamptz,
    position          uuid                NOT NULL,
    created_at        timestamptz         NOT NULL,
    updated_at        timestamptz         NOT NULL,
    deleted_at        timestamptz,
    version           int                 NOT NULL DEFAULT 0,
    CONSTRAINT pk_todos PRIMARY KEY (id),
    -- Deferrable, because a statement that reorders todos exchanges their places.
    CONSTRAINT uq_todos_owner_id_position UNIQUE (owner_id, position) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT chk_todos_title CHECK (length(title) BETWEEN 1 AND 200),
    CONSTRAINT chk_todos_notes CHECK (length(notes) BETWEEN 1 AND 10000),
    CONSTRAINT chk_todos_priority CHECK (priority BETWEEN 0 AND 4),
    CONSTRAINT chk_todos_due_time CHECK (due_time IS NULL OR due_date IS NOT NULL),
    CONSTRAINT chk_todos_due_zone CHECK ((due_zone IS NULL) = (due_time IS NULL) AND length(due_zone) <= 60),
    CONSTRAINT chk_todos_recurrence CHECK (
        (recurrence IS NULL OR due_date IS NOT NULL)
        AND (recurrence IS NULL) = (recurrence_anchor IS NULL)
        AND (recurrence IS NULL) = (recurrence_done IS NULL)
        AND length(recurrence) BETWEEN 1 AND 250
        AND recurrence_anchor <= due_date
        AND recurrence_done >= 0
    ),
    CONSTRAINT chk_todos_done_at CHECK ((status = 'done') = (done_at IS NOT NULL)),
    CONSTRAINT chk_todos_version CHECK (version >= 0)
);
CREATE INDEX ix_todos_owner_id_status_position
    ON planner.todos (owner_id, status, position) WHERE deleted_at IS NULL;
CREATE INDEX ix_todos_owner_id_status_due_on
    ON planner.todos (owner_id, status, due_on, id) WHERE deleted_at IS NULL;
CREATE INDEX ix_todos_owner_id_deleted_at
    ON planner.todos (owner_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_todos_deleted_at ON planner.todos (deleted_at, id) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE planner.todos IS 'Todos of people. Delete policy: soft. Scope: owner_id.';
COMMENT ON COLUMN planner.todos.owner_id IS 'User of identity.';
COMMENT ON COLUMN planner.todos.notes IS 'Markdown.';
COMMENT ON COLUMN planner.todos.priority IS 'From 0, none, to 4, the most urgent.';
COMMENT ON COLUMN planner.todos.due_date IS 'Next date of the series if the todo repeats; null if it is due at no time.';
COMMENT ON COLUMN planner.todos.due_time IS 'On the clocks of due_zone; null for the whole day.';
COMMENT ON COLUMN planner.todos.due_zone IS 'Region of the IANA time zones.';
COMMENT ON COLUMN planner.todos.recurrence IS 'Rule of RFC 5545; null if the todo does not repeat.';
COMMENT ON COLUMN planner.todos.recurrence_anchor IS 'Start of the series, from which each date is reckoned.';
COMMENT ON COLUMN planner.todos.recurrence_done IS 'Number of completed dates.';
COMMENT ON COLUMN planner.todos.due_on IS 'Place in lists by due date; 9999-12-31 without one.';
COMMENT ON COLUMN planner.todos.done_at IS 'Time of completion; null while the todo is open.';
COMMENT ON COLUMN planner.todos.position IS 'Place among the owner''s todos: the id of a new todo, exchanged with others by reordering.';
GRANT SELECT, INSERT, UPDATE, DELETE ON planner.todos TO ashlar_app;
--rollback DROP TABLE planner.todos;
