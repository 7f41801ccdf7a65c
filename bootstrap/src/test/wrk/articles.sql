-- 500 articles of 20 authors with 3 tags and 3 favorites each, of whom the account reader, which exists, follows 10.
INSERT INTO identity.users (id, email, username, password_hash, first_name, last_name, metadata, created_at, updated_at)
SELECT ('019a0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'author' || n || '@example.org', 'author' || n,
    'nobody logs in with this', 'Author', n::text, '{"registeredOn": "mentor"}', now(), now()
FROM generate_series(1, 20) AS n;
INSERT INTO identity.profiles (user_id, display_name, bio, avatar_url, time_zone, locale, created_at, updated_at)
SELECT id, username, 'I write about what I like, and ' || username || ' is my name.',
    'https://example.org/' || username || '.png', 'UTC', 'en', now(), now()
FROM identity.users WHERE username LIKE 'author%';
INSERT INTO publishing.posts (id, slug, title, description, body, tags, author_id, status, published_at, created_at, updated_at)
SELECT ('019a0001-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'article-' || n, 'Article number ' || n,
    'What article number ' || n || ' is about, in a sentence.', repeat('A line of the article. ', 80),
    ARRAY(SELECT 'tag' || ((n * 7 + nth * 11) % 50 + 1) FROM generate_series(1, 3) AS nth),
    ('019a0000-0000-7000-8000-' || lpad((n % 20 + 1)::text, 12, '0'))::uuid, 'published',
    now() - n * INTERVAL '1 hour', now() - n * INTERVAL '1 hour', now() - n * INTERVAL '30 minutes'
FROM generate_series(1, 500) AS n;
INSERT INTO publishing.tags (id, name, created_at) SELECT gen_random_uuid(), 'tag' || n, now() FROM generate_series(1, 50) AS n;
INSERT INTO publishing.post_tags (post_id, tag_id, listed_at)
SELECT p.id, t.id, p.listed_at FROM publishing.posts AS p JOIN publishing.tags AS t ON t.name = ANY (p.tags);
INSERT INTO publishing.favorites (post_id, user_id, created_at)
SELECT p.id, u.id, now()
FROM generate_series(1, 500) AS n CROSS JOIN generate_series(1, 3) AS nth
JOIN publishing.posts AS p ON p.slug = 'article-' || n
JOIN identity.users AS u ON u.username = 'author' || ((n + nth * 5) % 20 + 1);
INSERT INTO publishing.follows (follower_id, followed_id, created_at)
SELECT r.id, u.id, now() FROM identity.users AS r, identity.users AS u
WHERE r.username = 'reader' AND u.username ~ '^author(1[1-9]|20)$';
INSERT INTO publishing.people (user_id, username, display_name, bio, avatar_url, version, created_at, updated_at)
SELECT u.id, u.username, p.display_name, p.bio, p.avatar_url, u.version, now(), now()
FROM identity.users AS u JOIN identity.profiles AS p ON p.user_id = u.id
ON CONFLICT (user_id) DO NOTHING;
VACUUM ANALYZE;
