--liquibase formatted sql

--changeset identity:010-create-second-factors
--comment: Authenticator apps of users, at most one for each.
CREATE TABLE identity.second_factors (
    user_id        uuid        NOT NULL,
    secret         text        NOT NULL,
    confirmed_at   timestamptz,
    last_step      bigint,
    recovery_codes text[]      NOT NULL DEFAULT '{}',
    failures       int         NOT NULL DEFAULT 0,
    failed_at      timestamptz,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    CONSTRAINT pk_second_factors PRIMARY KEY (user_id),
    CONSTRAINT fk_second_factors_user_id FOREIGN KEY (user_id) REFERENCES identity.users (id) ON DELETE CASCADE,
    CONSTRAINT chk_second_factors_secret CHECK (length(secret) BETWEEN 20 AND 200),
    CONSTRAINT chk_second_factors_confirmed CHECK ((confirmed_at IS NULL) = (last_step IS NULL)),
    CONSTRAINT chk_second_factors_recovery_codes
        CHECK (cardinality(recovery_codes) <= 10 AND array_position(recovery_codes, NULL) IS NULL),
    CONSTRAINT chk_second_factors_failures CHECK (failures BETWEEN 0 AND 5)
);
COMMENT ON TABLE identity.second_factors IS 'Second factors of accounts. Delete policy: hard. Scope: user_id.';
COMMENT ON COLUMN identity.second_factors.secret IS 'Sensitive. Secret shared with the app, encrypted (AES-256-GCM) under a key outside the database.';
COMMENT ON COLUMN identity.second_factors.confirmed_at IS 'Time of the first code, from which on each log-in needs one; null until then.';
COMMENT ON COLUMN identity.second_factors.last_step IS 'Time step (30 s since 1970) of the code last used, so that no code counts twice; null until confirmed.';
COMMENT ON COLUMN identity.second_factors.recovery_codes IS 'Sensitive. SHA-256 of each unused recovery code, in hex.';
COMMENT ON COLUMN identity.second_factors.failures IS 'Number of wrong codes since the last right one, or since the last pause.';
COMMENT ON COLUMN identity.second_factors.failed_at IS 'Time of the latest wrong code; null if there is none.';
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.second_factors TO ashlar_app;
--rollback DROP TABLE identity.second_factors;
