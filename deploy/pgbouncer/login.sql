-- Limits of the login that serves, which a pooler ignores when a connection asks for them. The login itself runs it, connected to PostgreSQL
-- past the pooler, which then has to connect anew: RECONNECT on its console.
SELECT kernel.show_limit(); -- loads pg_trgm, which knows the last setting
ALTER ROLE CURRENT_USER SET random_page_cost = 1.1;
ALTER ROLE CURRENT_USER SET statement_timeout = '10s';
ALTER ROLE CURRENT_USER SET lock_timeout = '3s';
ALTER ROLE CURRENT_USER SET idle_in_transaction_session_timeout = '15s';
ALTER ROLE CURRENT_USER SET pg_trgm.similarity_threshold = 0.6;
