-- Run on the coordinator by a superuser, after a migration. Each schema goes to one node whole; requests go on meanwhile, but writes of the schema wait.
SELECT citus_schema_distribute('operations');
SELECT citus_schema_distribute('mrlearn');
SELECT citus_schema_distribute('mrtest');
SELECT citus_schema_distribute('sync');
