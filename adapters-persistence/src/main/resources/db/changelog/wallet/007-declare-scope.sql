--liquibase formatted sql

--changeset wallet:007-declare-scope
--comment: Who reads or changes a wallet says whose.
COMMENT ON TABLE wallet.tokens IS 'A person''s tokens. The row outlives the person''s account. Delete policy: status. Scope: user_id.';
--rollback COMMENT ON TABLE wallet.tokens IS 'A person''s tokens. The row outlives the person''s account. Delete policy: status.';
