--liquibase formatted sql
-- waive row-timestamps publishing.author_counts: a row has only a count, which follows the articles

--changeset publishing:010-create-author-counts
--comment: Lists tell how many articles they have. A row for each author, so that only articles of one author wait for each other.
CREATE TABLE publishing.author_counts (
    author_id     uuid NOT NULL,
    article_count int  NOT NULL DEFAULT 0,
    CONSTRAINT pk_author_counts PRIMARY KEY (author_id),
    CONSTRAINT chk_author_counts_article_count CHECK (article_count >= 0)
);
CREATE INDEX ix_author_counts_article_count ON publishing.author_counts (article_count DESC) WHERE article_count > 0;
COMMENT ON TABLE publishing.author_counts IS 'Numbers of articles by author. Delete policy: hard.';
COMMENT ON COLUMN publishing.author_counts.author_id IS 'User of identity.';
COMMENT ON COLUMN publishing.author_counts.article_count IS 'Number of articles of the author that readers see. Triggers of posts change it.';
GRANT SELECT, INSERT, UPDATE (article_count) ON publishing.author_counts TO ashlar_app;
--rollback DROP TABLE publishing.author_counts;

--changeset publishing:010-create-count-listed splitStatements:false
--comment: The count changes in the transaction that shows an article to readers or hides it.
CREATE FUNCTION publishing.count_listed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS
$$
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.status = 'published' AND OLD.deleted_at IS NULL THEN
        -- Not below 0 while an author's earlier articles are not counted yet, between these changesets.
        UPDATE publishing.author_counts SET article_count = greatest(article_count - 1, 0) WHERE author_id = OLD.author_id;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.status = 'published' AND NEW.deleted_at IS NULL THEN
        INSERT INTO publishing.author_counts AS counted (author_id, article_count)
        VALUES (NEW.author_id, 1)
        ON CONFLICT ON CONSTRAINT pk_author_counts DO UPDATE SET article_count = counted.article_count + 1;
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
COMMENT ON FUNCTION publishing.count_listed() IS 'Trigger function of posts: adds the article to author_counts.article_count, or takes it away.';
--rollback DROP FUNCTION publishing.count_listed();

--changeset publishing:010-count-inserted
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER count_inserted AFTER INSERT ON publishing.posts
    FOR EACH ROW WHEN (NEW.status = 'published' AND NEW.deleted_at IS NULL) EXECUTE FUNCTION publishing.count_listed();
--rollback DROP TRIGGER count_inserted ON publishing.posts;

--changeset publishing:010-count-deleted
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER count_deleted AFTER DELETE ON publishing.posts
    FOR EACH ROW WHEN (OLD.status = 'published' AND OLD.deleted_at IS NULL) EXECUTE FUNCTION publishing.count_listed();
--rollback DROP TRIGGER count_deleted ON publishing.posts;

--changeset publishing:010-count-updated
--comment: Before an update, so that the author is locked before the tags, to which the foreign key of post_tags cascades: an order for all.
SET LOCAL lock_timeout = '5s';
CREATE TRIGGER count_updated BEFORE UPDATE OF status, deleted_at ON publishing.posts
    FOR EACH ROW WHEN (
        (OLD.status = 'published' AND OLD.deleted_at IS NULL) <> (NEW.status = 'published' AND NEW.deleted_at IS NULL)
    )
    EXECUTE FUNCTION publishing.count_listed();
--rollback DROP TRIGGER count_updated ON publishing.posts;

--changeset publishing:010-fill-author-counts
--comment: Each author's row is locked first. An article that is published meanwhile is counted by the last statement, or waits and is added afterwards.
SET LOCAL statement_timeout = '10min';
INSERT INTO publishing.author_counts (author_id)
SELECT DISTINCT p.author_id
FROM publishing.posts p
WHERE p.status = 'published'
  AND p.deleted_at IS NULL
ON CONFLICT ON CONSTRAINT pk_author_counts DO NOTHING;
UPDATE publishing.author_counts
SET article_count = article_count
WHERE article_count >= 0;
UPDATE publishing.author_counts c
SET article_count = (
    SELECT count(p.id)
    FROM publishing.posts p
    WHERE p.author_id = c.author_id
      AND p.status = 'published'
      AND p.deleted_at IS NULL
)
WHERE c.article_count >= 0;
--rollback SELECT 'The counts go with their table.';
