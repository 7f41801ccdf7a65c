--liquibase formatted sql

--changeset ai:041-call-make-partitions splitStatements:false rollbackSplitStatements:false
--comment: The kernel makes and drops partitions for all contexts. The application still may do so for this table only.
CREATE OR REPLACE FUNCTION ai.make_interaction_partitions(first_month date, last_month date) RETURNS int
    LANGUAGE sql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    RETURN kernel.make_partitions('ai.ai_interactions', first_month, last_month);
--rollback CREATE OR REPLACE FUNCTION ai.make_interaction_partitions(first_month date, last_month date) RETURNS int
--rollback     LANGUAGE plpgsql
--rollback     SECURITY DEFINER
--rollback     SET search_path = pg_catalog, pg_temp
--rollback     SET timezone = 'UTC'
--rollback     SET lock_timeout = '5s'
--rollback AS
--rollback $$
--rollback DECLARE
--rollback     columns constant text := (
--rollback         SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum)
--rollback         FROM pg_attribute
--rollback         WHERE attrelid = 'ai.ai_interactions'::regclass AND attnum > 0 AND attgenerated = '' AND NOT attisdropped
--rollback     );
--rollback     months date[];
--rollback     month date;
--rollback     partition text;
--rollback BEGIN
--rollback     LOCK TABLE ai.ai_interactions IN SHARE UPDATE EXCLUSIVE MODE; 
--rollback     months := ARRAY(
--rollback         SELECT wanted.month
--rollback         FROM (
--rollback             SELECT generate_series(date_trunc('month', first_month), last_month, INTERVAL '1 month')::date AS month
--rollback             UNION
--rollback             SELECT date_trunc('month', created_at)::date FROM ai.ai_interactions_default
--rollback         ) AS wanted
--rollback         WHERE to_regclass('ai.ai_interactions_' || to_char(wanted.month, 'YYYY_MM')) IS NULL
--rollback         ORDER BY wanted.month
--rollback     );
--rollback     IF cardinality(months) = 0 THEN
--rollback         RETURN 0;
--rollback     END IF;
--rollback     LOCK TABLE ai.ai_interactions IN SHARE ROW EXCLUSIVE MODE;
--rollback     FOREACH month IN ARRAY months LOOP
--rollback         partition := 'ai_interactions_' || to_char(month, 'YYYY_MM');
--rollback         EXECUTE format('CREATE TABLE ai.%I (LIKE ai.ai_interactions INCLUDING ALL)', partition);
--rollback         EXECUTE format(
--rollback             'WITH moved AS ('
--rollback             '    DELETE FROM ai.ai_interactions_default WHERE created_at >= %1$L AND created_at < %2$L RETURNING %3$s'
--rollback             ') INSERT INTO ai.%4$I (%3$s) SELECT %3$s FROM moved',
--rollback             month::timestamptz, (month + INTERVAL '1 month')::timestamptz, columns, partition
--rollback         );
--rollback         EXECUTE format(
--rollback             'ALTER TABLE ai.ai_interactions ATTACH PARTITION ai.%I FOR VALUES FROM (%L) TO (%L)',
--rollback             partition, month::timestamptz, (month + INTERVAL '1 month')::timestamptz
--rollback         );
--rollback     END LOOP;
--rollback     RETURN cardinality(months);
--rollback END
--rollback $$;

--changeset ai:041-call-drop-partitions splitStatements:false rollbackSplitStatements:false
--comment: As above.
CREATE OR REPLACE FUNCTION ai.drop_interaction_partitions(first_kept_month date) RETURNS int
    LANGUAGE sql
    SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    RETURN kernel.drop_partitions('ai.ai_interactions', first_kept_month);
--rollback CREATE OR REPLACE FUNCTION ai.drop_interaction_partitions(first_kept_month date) RETURNS int
--rollback     LANGUAGE plpgsql
--rollback     SECURITY DEFINER
--rollback     SET search_path = pg_catalog, pg_temp
--rollback     SET timezone = 'UTC'
--rollback     SET lock_timeout = '5s'
--rollback AS
--rollback $$
--rollback DECLARE
--rollback     partitions text[];
--rollback     partition text;
--rollback BEGIN
--rollback     LOCK TABLE ai.ai_interactions IN SHARE UPDATE EXCLUSIVE MODE; 
--rollback     partitions := ARRAY(
--rollback         SELECT p.relname
--rollback         FROM pg_inherits i
--rollback         JOIN pg_class p ON p.oid = i.inhrelid
--rollback         WHERE i.inhparent = 'ai.ai_interactions'::regclass
--rollback             AND p.relname ~ '_[0-9]{4}_[0-9]{2}$'
--rollback             AND to_date(right(p.relname, 7), 'YYYY_MM')
--rollback                 < least(date_trunc('month', first_kept_month), date_trunc('month', now()))
--rollback         ORDER BY p.relname
--rollback     );
--rollback     FOREACH partition IN ARRAY partitions LOOP
--rollback         EXECUTE format('DROP TABLE ai.%I', partition);
--rollback     END LOOP;
--rollback     RETURN cardinality(partitions);
--rollback END
--rollback $$;
