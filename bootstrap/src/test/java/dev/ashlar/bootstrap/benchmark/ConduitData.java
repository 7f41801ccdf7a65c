// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 20 authors, 500 published articles with three tags each of 50, 1,500 favourites, and a reader who follows ten of the authors. */
final class ConduitData {
    private static final String[] SQL = {"""
        INSERT INTO identity.users (
            id, email, username, password_hash, first_name, last_name, metadata, created_at, updated_at
        )
        SELECT ('019a0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'author' || n || '@example.org', 'author' || n,
            'nobody logs in with this', 'Author', n::text, '{"registeredOn": "mentor"}', now(), now()
        FROM generate_series(1, 20) AS n""", """
        INSERT INTO identity.profiles (user_id, display_name, bio, avatar_url, time_zone, locale, created_at, updated_at)
        SELECT id, username, 'I write about what I like, and ' || username || ' is my name.',
            'https://example.org/' || username || '.png', 'UTC', 'en', now(), now()
        FROM identity.users""", """
        INSERT INTO publishing.people (user_id, username, display_name, bio, avatar_url, version, created_at, updated_at)
        SELECT user_id, display_name, display_name, bio, avatar_url, 0, now(), now()
        FROM identity.profiles""", """
        INSERT INTO publishing.posts (
            id, slug, title, description, body, tags, author_id, status, published_at, created_at, updated_at
        )
        SELECT ('019a0001-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'article-' || n, 'Article number ' || n,
            'What article number ' || n || ' is about, in a sentence.', repeat('A line of the article. ', 80),
            ARRAY(SELECT 'tag' || ((n * 7 + nth * 11) % 50 + 1) FROM generate_series(1, 3) AS nth),
            ('019a0000-0000-7000-8000-' || lpad((n % 20 + 1)::text, 12, '0'))::uuid, 'published',
            now() - n * INTERVAL '1 hour', now() - n * INTERVAL '1 hour', now() - n * INTERVAL '30 minutes'
        FROM generate_series(1, 500) AS n""", """
        INSERT INTO publishing.tags (id, name, created_at)
        SELECT gen_random_uuid(), 'tag' || n, now()
        FROM generate_series(1, 50) AS n""", """
        INSERT INTO publishing.post_tags (post_id, tag_id, listed_at)
        SELECT p.id, t.id, p.listed_at
        FROM publishing.posts AS p
        JOIN publishing.tags AS t ON t.name = ANY (p.tags)""", """
        INSERT INTO publishing.favorites (post_id, user_id, created_at)
        SELECT p.id, u.id, now()
        FROM generate_series(1, 500) AS n
        CROSS JOIN generate_series(1, 3) AS nth
        JOIN publishing.posts AS p ON p.slug = 'article-' || n
        JOIN identity.users AS u ON u.username = 'author' || ((n + nth * 5) % 20 + 1)""", """
        INSERT INTO publishing.follows (follower_id, followed_id, created_at)
        SELECT (SELECT id FROM identity.users WHERE username = 'author1'), id, now()
        FROM identity.users
        WHERE username IN (SELECT 'author' || n FROM generate_series(11, 20) AS n)""", "VACUUM ANALYZE"};

    /** The first author, who follows ten others. */
    static final UUID READER = UUID.fromString("019a0000-0000-7000-8000-000000000001");

    static final int ARTICLES = 500;

    private ConduitData() {}

    /** Id of an article by its number, from 1. */
    static UUID article(int number) {
        return UUID.fromString("019a0001-0000-7000-8000-%012d".formatted(number));
    }

    /** Slug of an article by its number, from 1. */
    static String slug(int number) {
        return "article-" + number;
    }

    /** Inserts it all; the reader is the first author. */
    static void insert(JdbcClient psql, UUID reader) {
        for (var sql : SQL) {
            psql.sql(sql).update();
        }
        if (!psql.sql("SELECT id FROM identity.users WHERE username = 'author1'")
                .query(UUID.class)
                .single()
                .equals(reader)) {
            throw new IllegalStateException("the reader is another user");
        }
    }
}
