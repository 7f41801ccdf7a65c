-- Run once on the coordinator, in the database ashlar, by a superuser, before Ashlar's first migration. Edit the hosts.
CREATE EXTENSION citus;
CREATE SCHEMA kernel AUTHORIZATION owner;
CREATE EXTENSION btree_gist SCHEMA kernel;
CREATE EXTENSION pg_trgm SCHEMA kernel;

SELECT citus_set_coordinator_host('coordinator.example', 5432);
SELECT citus_add_node('worker-1.example', 5432);
SELECT citus_add_node('worker-2.example', 5432);

-- Triggers are refused otherwise. Those of the schemas in distribute.sql touch tables of their own schema only.
ALTER DATABASE ashlar SET citus.enable_unsafe_triggers = on;
-- Sessions on workers do not have the settings of Ashlar's connections.
ALTER ROLE web SET statement_timeout = '10s';
ALTER ROLE web SET lock_timeout = '3s';
ALTER ROLE web SET idle_in_transaction_session_timeout = '15s';
