--liquibase formatted sql

--changeset wallet:006-comment-people
--comment: An identifier that no foreign key holds says to which context it belongs.
COMMENT ON COLUMN wallet.token_allotment_requests.requested_by IS 'Who asked, a user of identity; never the one who decides.';
COMMENT ON COLUMN wallet.token_allotment_requests.decided_by IS 'The administrator who decided, a user of identity.';
--rollback COMMENT ON COLUMN wallet.token_allotment_requests.requested_by IS 'Who asked; never the one who decides.';
--rollback COMMENT ON COLUMN wallet.token_allotment_requests.decided_by IS 'The administrator who decided.';
