--liquibase formatted sql

--changeset identity:013-create-index-erased-at runInTransaction:false
--comment: Contexts that erase with a delay compare what they have erased with the deletions since a time.
CREATE INDEX CONCURRENTLY ix_users_erased_at ON identity.users (erased_at, id) WHERE erased_at IS NOT NULL;
--rollback DROP INDEX CONCURRENTLY identity.ix_users_erased_at;

--changeset identity:013-drop-index-deleted-users runInTransaction:false
--comment: Deletions are read in the order of their times, no longer in that of the users.
DROP INDEX CONCURRENTLY identity.ix_users_deleted;
--rollback CREATE INDEX CONCURRENTLY ix_users_deleted ON identity.users (id) WHERE erased_at IS NOT NULL;
