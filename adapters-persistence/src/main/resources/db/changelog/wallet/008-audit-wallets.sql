--liquibase formatted sql
-- not audited wallet.token_usages: append-only itself; each entry changes the balance, whose audit names its number
-- not audited wallet.token_holds: each hold and its end change the wallet's held tokens

--changeset wallet:008-audit-tokens
--comment: A wallet is opened with nothing in it, and is never deleted.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER UPDATE ON wallet.tokens
    FOR EACH ROW EXECUTE FUNCTION kernel.audit('user_id', 'balance', 'held', 'last_seq');
--rollback DROP TRIGGER audit ON wallet.tokens;

--changeset wallet:008-audit-token-allotment-requests
--comment: A change and its entry in the audit log commit together.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON wallet.token_allotment_requests
    FOR EACH ROW EXECUTE FUNCTION kernel.audit(
        'id', 'user_id', 'requested_by', 'tokens', 'status', 'decided_by', 'ledger_entry_id'
    );
--rollback DROP TRIGGER audit ON wallet.token_allotment_requests;
