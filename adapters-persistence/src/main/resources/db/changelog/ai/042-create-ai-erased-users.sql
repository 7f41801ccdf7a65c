--liquibase formatted sql

--changeset ai:042-create-ai-erased-users
--comment: A copy of what identity knows, so that storing a call asks no other schema and its transaction stays in this one.
CREATE TABLE ai.ai_erased_users (
    user_id    uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    cleared_at timestamptz,
    CONSTRAINT pk_ai_erased_users PRIMARY KEY (user_id)
);
COMMENT ON TABLE ai.ai_erased_users IS 'Users who have deleted their accounts: no contents of their calls are stored. Delete policy: hard.';
COMMENT ON COLUMN ai.ai_erased_users.user_id IS 'User of identity.';
COMMENT ON COLUMN ai.ai_erased_users.cleared_at IS 'Null while contents of earlier calls may be left.';
GRANT SELECT, INSERT, UPDATE ON ai.ai_erased_users TO ashlar_app;
--rollback DROP TABLE ai.ai_erased_users;
