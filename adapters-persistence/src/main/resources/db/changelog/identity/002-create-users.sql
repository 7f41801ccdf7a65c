--liquibase formatted sql

--changeset identity:002-create-user-role
CREATE TYPE identity.user_role AS ENUM ('student', 'expert', 'sales', 'admin');
COMMENT ON TYPE identity.user_role IS 'What a person may do.';
--rollback DROP TYPE identity.user_role;

--changeset identity:002-create-user-stage
CREATE TYPE identity.user_stage AS ENUM ('lead', 'applicant', 'enrolled', 'alumni');
COMMENT ON TYPE identity.user_stage IS 'How far a person has come from interest to graduation.';
--rollback DROP TYPE identity.user_stage;

--changeset identity:002-create-users
--comment: Accounts. They are switched off, never removed, and may be switched on again: so every row is live, and an email address or username stays taken.
CREATE TABLE identity.users (
    id                uuid                NOT NULL,
    email             text                NOT NULL,
    username          text                NOT NULL,
    password_hash     text                NOT NULL,
    first_name        text                NOT NULL,
    last_name         text                NOT NULL,
    phone_number      text,
    birth_date        date,
    role              identity.user_role  NOT NULL DEFAULT 'student',
    stage             identity.user_stage NOT NULL DEFAULT 'lead',
    sales_head_id     uuid,
    is_active         boolean             NOT NULL DEFAULT true,
    email_verified_at timestamptz,
    metadata          jsonb               NOT NULL,
    created_at        timestamptz         NOT NULL,
    updated_at        timestamptz         NOT NULL,
    version           int                 NOT NULL DEFAULT 0,
    CONSTRAINT pk_users PRIMARY KEY (id),
    CONSTRAINT fk_users_sales_head_id
        FOREIGN KEY (sales_head_id) REFERENCES identity.users (id) ON DELETE SET NULL,
    CONSTRAINT chk_users_sales_head_id CHECK (sales_head_id <> id),
    CONSTRAINT chk_users_email CHECK (length(email) BETWEEN 3 AND 254),
    CONSTRAINT chk_users_username CHECK (length(username) BETWEEN 3 AND 30),
    CONSTRAINT chk_users_password_hash CHECK (length(password_hash) BETWEEN 20 AND 300),
    CONSTRAINT chk_users_first_name CHECK (length(first_name) BETWEEN 1 AND 100),
    CONSTRAINT chk_users_last_name CHECK (length(last_name) BETWEEN 1 AND 100),
    CONSTRAINT chk_users_phone_number CHECK (length(phone_number) BETWEEN 5 AND 31),
    CONSTRAINT chk_users_birth_date CHECK (birth_date >= DATE '1900-01-01'),
    CONSTRAINT chk_users_metadata CHECK (jsonb_typeof(metadata) = 'object'),
    CONSTRAINT chk_users_version CHECK (version >= 0)
);
CREATE UNIQUE INDEX uq_users_email ON identity.users (lower(email));
CREATE UNIQUE INDEX uq_users_username ON identity.users (lower(username));
CREATE INDEX ix_users_sales_head_id ON identity.users (sales_head_id);
CREATE INDEX ix_users_role ON identity.users (role, id);
CREATE INDEX ix_users_stage ON identity.users (stage, id);
CREATE INDEX ix_users_is_active ON identity.users (is_active, id);
COMMENT ON TABLE identity.users IS 'People with an account. Delete policy: status.';
COMMENT ON COLUMN identity.users.id IS 'Key, UUIDv7; other contexts refer to a person by it.';
COMMENT ON COLUMN identity.users.email IS 'Address to log in with and to write to; unique whatever its case.';
COMMENT ON COLUMN identity.users.username IS 'Public handle; unique whatever its case.';
COMMENT ON COLUMN identity.users.password_hash IS 'Sensitive. Argon2id hash with its parameters and salt; read by the login check alone.';
COMMENT ON COLUMN identity.users.first_name IS 'Given name.';
COMMENT ON COLUMN identity.users.last_name IS 'Family name.';
COMMENT ON COLUMN identity.users.phone_number IS 'Phone number as the person wrote it.';
COMMENT ON COLUMN identity.users.birth_date IS 'Day of birth.';
COMMENT ON COLUMN identity.users.role IS 'What the person may do; set by administrators alone.';
COMMENT ON COLUMN identity.users.stage IS 'How far the person has come from interest to graduation.';
COMMENT ON COLUMN identity.users.sales_head_id IS 'The person''s head in sales; the references form no cycle.';
COMMENT ON COLUMN identity.users.is_active IS 'False once an administrator has switched the account off.';
COMMENT ON COLUMN identity.users.email_verified_at IS 'When the person proved to own the address.';
COMMENT ON COLUMN identity.users.metadata IS 'What is kept for reports and for no rule; a UserMetadata.';
COMMENT ON COLUMN identity.users.created_at IS 'When the person registered.';
COMMENT ON COLUMN identity.users.updated_at IS 'When the row last changed.';
COMMENT ON COLUMN identity.users.version IS 'Counts the edits of account and profile.';
GRANT SELECT, INSERT, UPDATE ON identity.users TO ashlar_app;
--rollback DROP TABLE identity.users;
