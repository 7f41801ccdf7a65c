--liquibase formatted sql

--changeset identity:002-create-user-role
CREATE TYPE identity.user_role AS ENUM ('student', 'expert', 'sales', 'admin');
COMMENT ON TYPE identity.user_role IS 'Role of a user, set by administrators only.';
--rollback DROP TYPE identity.user_role;

--changeset identity:002-create-user-stage
CREATE TYPE identity.user_stage AS ENUM ('lead', 'applicant', 'enrolled', 'alumni');
COMMENT ON TYPE identity.user_stage IS 'Stage of a user between interest and graduation.';
--rollback DROP TYPE identity.user_stage;

--changeset identity:002-create-users
--comment: Accounts are deactivated, never removed, and may be activated again: so every row is live, and an email address or username stays taken.
CREATE TABLE identity.users (
    id                uuid                NOT NULL,
    email             text COLLATE "C"    NOT NULL,
    username          text COLLATE "C"    NOT NULL,
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
    pending_email     text COLLATE "C",
    erased_at         timestamptz,
    metadata          jsonb               NOT NULL,
    created_at        timestamptz         NOT NULL,
    updated_at        timestamptz         NOT NULL,
    version           int                 NOT NULL DEFAULT 0,
    CONSTRAINT pk_users PRIMARY KEY (id),
    CONSTRAINT fk_users_sales_head_id
        FOREIGN KEY (sales_head_id) REFERENCES identity.users (id) ON DELETE SET NULL,
    CONSTRAINT chk_users_sales_head_id CHECK (sales_head_id <> id),
    -- ASCII (as many bytes as characters) in collation C: lower() then does the same in every locale, and the same as Java.
    CONSTRAINT chk_users_email CHECK (length(email) BETWEEN 3 AND 254 AND octet_length(email) = length(email)),
    CONSTRAINT chk_users_username CHECK (length(username) BETWEEN 3 AND 30 AND octet_length(username) = length(username)),
    CONSTRAINT chk_users_pending_email CHECK (
        length(pending_email) BETWEEN 3 AND 254
        AND octet_length(pending_email) = length(pending_email)
        AND lower(pending_email) <> lower(email)
    ),
    CONSTRAINT chk_users_password_hash CHECK (length(password_hash) BETWEEN 20 AND 300),
    CONSTRAINT chk_users_first_name CHECK (length(first_name) BETWEEN 1 AND 100),
    CONSTRAINT chk_users_last_name CHECK (length(last_name) BETWEEN 1 AND 100),
    CONSTRAINT chk_users_phone_number CHECK (length(phone_number) BETWEEN 5 AND 31),
    CONSTRAINT chk_users_birth_date CHECK (birth_date >= DATE '1900-01-01'),
    CONSTRAINT chk_users_metadata CHECK (jsonb_typeof(metadata) = 'object'),
    CONSTRAINT chk_users_erased_at CHECK (erased_at IS NULL OR NOT is_active),
    CONSTRAINT chk_users_version CHECK (version >= 0)
);
CREATE UNIQUE INDEX uq_users_email ON identity.users (lower(email));
CREATE UNIQUE INDEX uq_users_username ON identity.users (lower(username));
CREATE INDEX ix_users_sales_head_id ON identity.users (sales_head_id);
CREATE INDEX ix_users_role ON identity.users (role, id);
CREATE INDEX ix_users_stage ON identity.users (stage, id);
CREATE INDEX ix_users_is_active ON identity.users (is_active, id);
COMMENT ON TABLE identity.users IS 'Accounts. Delete policy: status.';
COMMENT ON COLUMN identity.users.username IS 'Public name; unique whatever its case.';
COMMENT ON COLUMN identity.users.password_hash IS 'Sensitive. Argon2id, with parameters and salt; read only by the check of a login.';
COMMENT ON COLUMN identity.users.phone_number IS 'As the user wrote it; null if not given.';
COMMENT ON COLUMN identity.users.birth_date IS 'Null if not given.';
COMMENT ON COLUMN identity.users.sales_head_id IS 'Head in sales, null without one; the references form no cycle.';
COMMENT ON COLUMN identity.users.email_verified_at IS 'Proof of owning the address; null until then.';
COMMENT ON COLUMN identity.users.pending_email IS 'Replaces email as soon as the user proves to own it; null if there is none.';
COMMENT ON COLUMN identity.users.erased_at IS 'Time at which the user deleted the account, which is empty since; null until then.';
COMMENT ON COLUMN identity.users.metadata IS 'For reports, never for a rule; a UserMetadata.';
GRANT SELECT, INSERT, UPDATE ON identity.users TO ashlar_app;
--rollback DROP TABLE identity.users;
