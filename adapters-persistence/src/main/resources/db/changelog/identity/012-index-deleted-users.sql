--liquibase formatted sql

--changeset identity:012-create-index-deleted-users runInTransaction:false
--comment: Contexts that erase with a delay compare what they have erased with all deleted accounts, which are few among all.
CREATE INDEX CONCURRENTLY ix_users_deleted ON identity.users (id) WHERE erased_at IS NOT NULL;
--rollback DROP INDEX CONCURRENTLY identity.ix_users_deleted;
