--liquibase formatted sql

--changeset identity:008-declare-scope
--comment: Every statement on profiles names the user.
COMMENT ON TABLE identity.profiles IS 'Public profiles of users. Delete policy: hard. Scope: user_id.';
--rollback COMMENT ON TABLE identity.profiles IS 'Public profiles of users. Delete policy: hard.';
