--liquibase formatted sql

--changeset planner:001-create-schema
--comment: Schema of the planner context; statements of other contexts do not use it.
CREATE SCHEMA planner;
COMMENT ON SCHEMA planner IS 'Todos, schedules, projects, friendships and automation of people.';
GRANT USAGE ON SCHEMA planner TO ashlar_app;
--rollback DROP SCHEMA planner;
