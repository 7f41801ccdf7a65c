--liquibase formatted sql

--changeset wallet:007-declare-scope
--comment: Statements on wallets name the user.
COMMENT ON TABLE wallet.tokens IS 'Tokens of a user. The row outlives the account. Delete policy: status. Scope: user_id.';
--rollback COMMENT ON TABLE wallet.tokens IS 'Tokens of a user. The row outlives the account. Delete policy: status.';
