#!/usr/bin/env bash
# reading.sh one.jar other.jar …: requests a second, processor time, memory and statements of reading articles, the jars in turns.
# Needs wrk, a JDK 25 in JAVA_HOME and PostgreSQL 15 or later with pg_stat_statements; starts a server of its own and removes it.
# Settings: PGBIN (directory of initdb), ROUNDS (3), SECONDS_EACH (10), WARM (seconds of warm-up for each path, 20), CLIENTS (16),
# REST (seconds before memory is read, 20), JAVA_OPTS and EXTRA (options and settings of the servers), ONLY (expression of paths).
set -eu
rounds=${ROUNDS:-3} each=${SECONDS_EACH:-10} warm=${WARM:-20} clients=${CLIENTS:-16} port0=${PORT0:-18080}
bin=${PGBIN:-$(pg_config --bindir)} pgport=${PGPORT0:-55415} work=$(mktemp -d); chmod 755 $work
java=$JAVA_HOME/bin/java
as() { if [ "$(id -u)" = 0 ]; then su postgres -c "$1"; else bash -c "$1"; fi; } # PostgreSQL does not run as root
pids=()
finish() { for p in "${pids[@]:-}"; do [ -n "$p" ] && kill $p 2>/dev/null; done; sleep 1
  as "$bin/pg_ctl -D $work/pg -m immediate stop" >/dev/null 2>&1; rm -rf $work; }
trap finish EXIT
mkdir $work/pg
[ "$(id -u)" != 0 ] || chown postgres $work/pg
as "$bin/initdb -D $work/pg -U postgres -A trust --locale=C.UTF-8 -E UTF8" >/dev/null
as "$bin/pg_ctl -D $work/pg -w -l $work/pg/log -o '-p $pgport -c shared_preload_libraries=pg_stat_statements -c unix_socket_directories=$work/pg' start" >/dev/null
postmaster=$(head -1 $work/pg/postmaster.pid)
sql() { $bin/psql -h localhost -p $pgport -U postgres -qAt -v ON_ERROR_STOP=1 "$@"; }
sql -c "CREATE EXTENSION pg_stat_statements" -c "CREATE ROLE owner LOGIN CREATEROLE"

now() { date +%s%N; }
ticks() { awk '{sub(/.*\) /,""); print $12+$13}' /proc/$1/stat; }
pgticks() { local t=0 s; for s in $(pgrep -P $postmaster) $postmaster; do
  s=$(awk '{sub(/.*\) /,""); print $12+$13}' /proc/$s/stat 2>/dev/null || echo 0); t=$((t + ${s:-0})); done
  t=$((t + $(awk '{sub(/.*\) /,""); print $14+$15}' /proc/$postmaster/stat))); echo $t; }
rss() { awk '/VmRSS/{printf "%d", $2/1024}' /proc/$1/status; }
hz=$(getconf CLK_TCK)

fill() { sql -d $1 <<'SQL'
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
SQL
}

i=0; names=() urls=() tokens=()
for jar in "$@"; do
  name=$(basename $jar .jar); run="-jar $jar" db=ashlar$i; port=$((port0 + i)); home=$work/home$i
  sql -c "CREATE DATABASE $db OWNER owner"
  DATABASE_URL="postgres://owner@localhost:$pgport/$db?sslmode=disable" $java $run migrate >$work/migrate$i.log 2>&1 || { cat $work/migrate$i.log; exit 1; }
  sql -c "ALTER ROLE ashlar_app LOGIN"
  export DATABASE_URL="postgres://ashlar_app@localhost:$pgport/$db?sslmode=disable" PORT=$port
  $java $run seed >$work/seed$i.log 2>&1 || { cat $work/seed$i.log; exit 1; }
  start=$(now)
  $java ${JAVA_OPTS:-} $run serve --ashlar.home=$home --spring.liquibase.enabled=false ${EXTRA:-} >$work/serve$i.log 2>&1 &
  pid=$!; pids+=($pid)
  until curl -sf localhost:$port/actuator/health/readiness >/dev/null; do sleep 0.05; kill -0 $pid || { cat $work/serve$i.log; exit 1; }; done
  took=$(( ($(now) - start) / 1000000 ))
  register='{"user": {"email": "reader@example.org", "username": "reader", "password": "correct horse battery"}}'
  curl -sf localhost:$port/api/users -H 'Content-Type: application/json' -d "$register" >/dev/null
  fill $db
  sleep ${REST:-20}
  echo "$name: started in $took ms, RSS at rest $(rss $pid) MB"
  names+=($name); urls+=(http://localhost:$port); i=$((i + 1))
done
token() { curl -sf ${urls[$1]}/api/users/login -H 'Content-Type: application/json' \
  -d '{"user": {"email": "reader@example.org", "password": "correct horse battery"}}' | sed 's/.*"token":"\([^"]*\)".*/\1/'; }

paths="list|/api/articles?limit=20|
list-signed-in|/api/articles?limit=20|y
article|/api/articles/article-250|
feed|/api/articles/feed?limit=20|y
tags|/api/tags|"
paths=$(echo "$paths" | grep -E "^(${ONLY:-.*})\\|")
load() { # server, path, signed in, seconds
  local header=(); [ -n "$3" ] && header=(-H "Authorization: Token ${tokens[$1]}")
  wrk -t1 -c$clients -d$4 --latency "${header[@]}" "${urls[$1]}$2"; }
for n in $(seq 0 $((i - 1))); do tokens[$n]=$(token $n)
  while IFS='|' read -r what path auth; do load $n "$path" "$auth" $warm >/dev/null; done <<<"$paths"; done
printf '%-16s %-10s %9s %8s %8s %9s %8s %11s\n' path jar requests/s p50 p99 server-us pg-us statements
for round in $(seq $rounds); do
  while IFS='|' read -r what path auth; do
    for n in $(seq 0 $((i - 1))); do
      tokens[$n]=$(token $n); curl -sf -o $work/answer -H "Authorization: Token ${tokens[$n]}" "${urls[$n]}$path"
      sql -c "SELECT pg_stat_statements_reset()" >/dev/null
      s0=$(ticks ${pids[$n]}) p0=$(pgticks)
      out=$(load $n "$path" "$auth" $each)
      s1=$(ticks ${pids[$n]}) p1=$(pgticks)
      calls=$(sql -c "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE datname = 'ashlar$n' AND query !~ 'scheduled_tasks|api_requests|event_publication'")
      requests=$(awk '/requests in/{print $1}' <<<"$out"); bad=$(grep -c "Non-2xx" <<<"$out" || true)
      awk -v w=$what -v j=${names[$n]} -v r=$requests -v s=$((s1 - s0)) -v p=$((p1 - p0)) -v hz=$hz -v c=$calls -v bad=$bad \
        -v rps="$(awk '/Requests\/sec/{print $2}' <<<"$out")" -v p50="$(awk '$1=="50%"{print $2}' <<<"$out")" -v p99="$(awk '$1=="99%"{print $2}' <<<"$out")" \
        'BEGIN{printf "%-16s %-10s %9.0f %8s %8s %9.0f %8.0f %11.2f%s\n", w, j, rps, p50, p99, s/hz*1e6/r, p/hz*1e6/r, c/r, bad ? "  NOT 2xx" : ""}'
    done
  done <<<"$paths"
done
sleep ${REST:-20}
for n in $(seq 0 $((i - 1))); do echo "${names[$n]}: RSS at rest after the load $(rss ${pids[$n]}) MB"; done
