--liquibase formatted sql

--changeset wallet:009-defer-entries-of-holds
--comment: A statement that captures a hold writes its ledger entry last, and Citus runs the parts of a statement one after the other.
SET LOCAL lock_timeout = '5s';
ALTER TABLE wallet.token_holds ALTER CONSTRAINT fk_token_holds_ledger_entry_id DEFERRABLE INITIALLY DEFERRED;
--rollback ALTER TABLE wallet.token_holds ALTER CONSTRAINT fk_token_holds_ledger_entry_id NOT DEFERRABLE;
