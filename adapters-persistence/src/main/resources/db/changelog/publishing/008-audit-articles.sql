--liquibase formatted sql

--changeset publishing:008-audit-posts
--comment: Not with each count of views, which would read the whole article.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER UPDATE OF status, published_at, editor_id, category_id, deleted_at ON publishing.posts
    FOR EACH ROW EXECUTE FUNCTION kernel.audit(
        'id', 'author_id', 'editor_id', 'category_id', 'status', 'published_at', 'deleted_at'
    );
--rollback DROP TRIGGER audit ON publishing.posts;

--changeset publishing:008-audit-comments
--comment: A change and its entry in the audit log commit together.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER audit
    AFTER UPDATE OF status, deleted_at ON publishing.comments
    FOR EACH ROW EXECUTE FUNCTION kernel.audit('id', 'post_id', 'author_id', 'status', 'deleted_at');
--rollback DROP TRIGGER audit ON publishing.comments;
