--liquibase formatted sql
-- not audited ai.ai_interactions: a log itself; the cost of a call never changes
-- not audited ai.ai_stats: recomputed from the interactions
-- not audited ai.ai_user_stats: recomputed from the interactions
-- not audited ai.ai_budget_windows: sums of the interactions, which the reconciliation compares
-- not audited ai.ai_budget_holds: last as long as a call

--changeset ai:040-audit-llms
--comment: A change and its entry in the audit log commit together.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON ai.llms
    FOR EACH ROW EXECUTE FUNCTION kernel.audit('id', 'name', 'context_tokens', 'max_output_tokens', 'is_active');
--rollback DROP TRIGGER audit ON ai.llms;

--changeset ai:040-audit-llm-prices
--comment: A change and its entry in the audit log commit together.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE OR DELETE ON ai.llm_prices
    FOR EACH ROW EXECUTE FUNCTION kernel.audit('llm_id', 'usage_type', 'usd_per_million', 'valid');
--rollback DROP TRIGGER audit ON ai.llm_prices;

--changeset ai:040-audit-ai-providers
--comment: The version tells that the secret, which is not logged, was replaced.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE ON ai.ai_providers
    FOR EACH ROW EXECUTE FUNCTION kernel.audit(
        'id', 'name', 'type', 'base_url', 'auth_type', 'content_policy', 'unpriced_calls', 'priority',
        'is_active', 'is_default', 'deleted_at', 'version'
    );
--rollback DROP TRIGGER audit ON ai.ai_providers;

--changeset ai:040-audit-ai-budgets
--comment: A change and its entry in the audit log commit together.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER INSERT OR UPDATE OR DELETE ON ai.ai_budgets
    FOR EACH ROW EXECUTE FUNCTION kernel.audit(
        'id', 'scope', 'user_id', 'provider_id', 'platform', 'period', 'limit_usd'
    );
--rollback DROP TRIGGER audit ON ai.ai_budgets;
