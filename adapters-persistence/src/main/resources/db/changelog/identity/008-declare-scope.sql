--liquibase formatted sql

--changeset identity:008-declare-scope
--comment: Who reads or changes a profile says whose.
COMMENT ON TABLE identity.profiles IS 'How people appear to others. Delete policy: hard. Scope: user_id.';
--rollback COMMENT ON TABLE identity.profiles IS 'How people appear to others. Delete policy: hard.';
