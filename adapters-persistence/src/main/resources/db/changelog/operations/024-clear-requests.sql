--liquibase formatted sql
-- waive row-timestamps operations.api_requests: a row changes once, when its user is erased, and is never edited

--changeset operations:024-clear-api-requests
--comment: A job clears what tells of users who have deleted their accounts.
GRANT UPDATE (user_id, path, address, user_agent, trace_id) ON operations.api_requests TO ashlar_app;
--rollback REVOKE UPDATE (user_id, path, address, user_agent, trace_id) ON operations.api_requests FROM ashlar_app;
