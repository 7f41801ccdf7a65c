--liquibase formatted sql

--changeset wallet:006-comment-people
--comment: An identifier that no foreign key holds says to which context it belongs.
COMMENT ON COLUMN wallet.token_allotment_requests.requested_by IS 'User of identity who asked; never the decider.';
COMMENT ON COLUMN wallet.token_allotment_requests.decided_by IS 'The administrator who decided, a user of identity.';
--rollback COMMENT ON COLUMN wallet.token_allotment_requests.requested_by IS 'Requester; never the decider.';
--rollback COMMENT ON COLUMN wallet.token_allotment_requests.decided_by IS 'The administrator who decided.';
