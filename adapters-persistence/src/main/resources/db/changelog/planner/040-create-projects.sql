--liquibase formatted sql
-- waive row-timestamps planner.project_members: joined_at says when the row was made

--changeset planner:040-create-projects
--comment: Projects. A deleted project stays in the trash, with its members, until it is purged.
CREATE TABLE planner.projects (
    id         uuid        NOT NULL,
    owner_id   uuid        NOT NULL,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    deleted_at timestamptz,
    version    int         NOT NULL DEFAULT 0,
    CONSTRAINT pk_projects PRIMARY KEY (id),
    -- The key of members refers to it, so that each membership names the owner.
    CONSTRAINT uq_projects_owner_id UNIQUE (id, owner_id),
    CONSTRAINT chk_projects_name CHECK (length(name) BETWEEN 1 AND 200),
    CONSTRAINT chk_projects_version CHECK (version >= 0)
);
CREATE INDEX ix_projects_owner_id ON planner.projects (owner_id, id);
CREATE INDEX ix_projects_deleted_at ON planner.projects (deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX ix_projects_owner_id_deleted_at
    ON planner.projects (owner_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE planner.projects IS 'Groups of todos that an owner shares. Delete policy: soft. Scope: owner_id.';
COMMENT ON COLUMN planner.projects.owner_id IS 'User of identity.';
GRANT SELECT, INSERT, UPDATE, DELETE ON planner.projects TO ashlar_app;
--rollback DROP TABLE planner.projects;

--changeset planner:040-create-project-role
CREATE TYPE planner.project_role AS ENUM ('owner', 'editor', 'viewer');
COMMENT ON TYPE planner.project_role IS 'Role of a member: owners manage, editors edit todos, viewers read.';
--rollback DROP TYPE planner.project_role;

--changeset planner:040-create-project-members
--comment: Members of projects. The owner is one of them, so that one join finds the projects of a person.
CREATE TABLE planner.project_members (
    project_id uuid                 NOT NULL,
    user_id    uuid                 NOT NULL,
    owner_id   uuid                 NOT NULL,
    role       planner.project_role NOT NULL DEFAULT 'viewer',
    joined_at  timestamptz          NOT NULL,
    updated_at timestamptz          NOT NULL,
    version    int                  NOT NULL DEFAULT 0,
    CONSTRAINT pk_project_members PRIMARY KEY (project_id, user_id),
    CONSTRAINT fk_project_members_project_id FOREIGN KEY (project_id, owner_id)
        REFERENCES planner.projects (id, owner_id) ON DELETE CASCADE,
    -- With the keys above: a project has one owner, whom projects names.
    CONSTRAINT chk_project_members_role CHECK ((role = 'owner') = (user_id = owner_id)),
    CONSTRAINT chk_project_members_version CHECK (version >= 0)
);
CREATE INDEX ix_project_members_project_id ON planner.project_members (project_id, owner_id);
CREATE INDEX ix_project_members_user_id ON planner.project_members (user_id, project_id);
COMMENT ON TABLE planner.project_members IS 'Members of projects. Delete policy: hard. Scope: user_id.';
COMMENT ON COLUMN planner.project_members.user_id IS 'User of identity.';
COMMENT ON COLUMN planner.project_members.owner_id IS 'User of identity to whom the project belongs; copied by the key.';
GRANT SELECT, INSERT, UPDATE, DELETE ON planner.project_members TO ashlar_app;
--rollback DROP TABLE planner.project_members;
