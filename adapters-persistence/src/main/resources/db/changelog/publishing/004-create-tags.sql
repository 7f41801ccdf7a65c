--liquibase formatted sql
-- waive row-timestamps publishing.tags: nothing of a tag changes but its count, which follows its articles

--changeset publishing:004-create-tags
--comment: Tags are shared by articles. They are created when first used and never removed.
CREATE TABLE publishing.tags (
    id            uuid        NOT NULL,
    name          text        NOT NULL,
    article_count int         NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL,
    CONSTRAINT pk_tags PRIMARY KEY (id),
    CONSTRAINT uq_tags_name UNIQUE (name),
    CONSTRAINT chk_tags_name CHECK (length(name) BETWEEN 1 AND 50),
    CONSTRAINT chk_tags_article_count CHECK (article_count >= 0)
);
CREATE INDEX ix_tags_article_count ON publishing.tags (article_count DESC, name) WHERE article_count > 0;
COMMENT ON TABLE publishing.tags IS 'Tags of articles. Delete policy: hard.';
COMMENT ON COLUMN publishing.tags.name IS 'Case-sensitive.';
COMMENT ON COLUMN publishing.tags.article_count IS 'Number of articles with the tag that readers see. A trigger of post_tags changes it.';
GRANT SELECT, INSERT, UPDATE (article_count) ON publishing.tags TO ashlar_app;
--rollback DROP TABLE publishing.tags;

--changeset publishing:004-create-post-tags
--comment: Index of articles by tag, newest first. The foreign key copies listed_at when an article is published, archived, deleted or restored.
CREATE TABLE publishing.post_tags (
    post_id   uuid        NOT NULL,
    tag_id    uuid        NOT NULL,
    listed_at timestamptz NOT NULL,
    CONSTRAINT pk_post_tags PRIMARY KEY (post_id, tag_id),
    CONSTRAINT fk_post_tags_post_id
        FOREIGN KEY (post_id, listed_at) REFERENCES publishing.posts (id, listed_at) ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT fk_post_tags_tag_id FOREIGN KEY (tag_id) REFERENCES publishing.tags (id) ON DELETE RESTRICT
);
CREATE INDEX ix_post_tags_post_id ON publishing.post_tags (post_id, listed_at);
CREATE INDEX ix_post_tags_tag_id ON publishing.post_tags (tag_id, listed_at, post_id);
COMMENT ON TABLE publishing.post_tags IS 'Index of articles by tag. Delete policy: hard.';
COMMENT ON COLUMN publishing.post_tags.listed_at IS 'Copy of posts.listed_at.';
GRANT SELECT, INSERT, UPDATE, DELETE ON publishing.post_tags TO ashlar_app;
--rollback DROP TABLE publishing.post_tags;

--changeset publishing:004-create-count-articles splitStatements:false
--comment: A list of tags by their use would otherwise count all articles. Whatever changes the index changes the count with it.
CREATE FUNCTION publishing.count_articles() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS
$$
DECLARE
    tag record;
BEGIN
    -- In the order of ids, so that two transactions with the same tags cannot deadlock.
    FOR tag IN
        SELECT tag_id, count(*)::int AS articles
        FROM moved
        WHERE listed_at < 'infinity'
        GROUP BY tag_id
        ORDER BY tag_id
    LOOP
        UPDATE publishing.tags SET article_count = article_count + TG_ARGV[0]::int * tag.articles WHERE id = tag.tag_id;
    END LOOP;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION publishing.count_articles() IS 'Trigger function of post_tags: adds the moved articles to tags.article_count, as often as its argument says.';
--rollback DROP FUNCTION publishing.count_articles();

--changeset publishing:004-count-articles
CREATE TRIGGER count_added AFTER INSERT ON publishing.post_tags
    REFERENCING NEW TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION publishing.count_articles('1');
CREATE TRIGGER count_moved_from AFTER UPDATE ON publishing.post_tags
    REFERENCING OLD TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION publishing.count_articles('-1');
CREATE TRIGGER count_moved_to AFTER UPDATE ON publishing.post_tags
    REFERENCING NEW TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION publishing.count_articles('1');
CREATE TRIGGER count_removed AFTER DELETE ON publishing.post_tags
    REFERENCING OLD TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION publishing.count_articles('-1');
--rollback DROP TRIGGER count_removed ON publishing.post_tags;
--rollback DROP TRIGGER count_moved_to ON publishing.post_tags;
--rollback DROP TRIGGER count_moved_from ON publishing.post_tags;
--rollback DROP TRIGGER count_added ON publishing.post_tags;
