#!/usr/bin/env bash
# reading.sh one.jar other.jar …: requests a second, processor time, memory and statements of reading articles, the jars in turns.
# Needs wrk, a JDK 25 in JAVA_HOME and PostgreSQL 15 or later with pg_stat_statements; starts a server of its own and removes it.
# Settings: PGBIN (directory of initdb), ROUNDS (3), SECONDS_EACH (10), WARM (seconds of warm-up for each path, 20), CLIENTS (16),
# REST (seconds before memory is read, 20), JAVA_OPTS and EXTRA (options and settings of the servers), ONLY (expression of paths).
set -eu
rounds=${ROUNDS:-3} each=${SECONDS_EACH:-10} warm=${WARM:-20} clients=${CLIENTS:-16} port0=${PORT0:-18080}
bin=${PGBIN:-$(pg_config --bindir)} pgport=${PGPORT0:-55415} java=$JAVA_HOME/bin/java work=$(mktemp -d)
. "$(dirname "$0")/common.sh"
initialize pg
startpg pg $pgport "-c shared_preload_libraries=pg_stat_statements"
postmaster=$(postmaster pg)
sql() { $bin/psql -h localhost -p $pgport -U postgres -qAt -v ON_ERROR_STOP=1 "$@"; }
sql -c "CREATE EXTENSION pg_stat_statements" -c "CREATE ROLE owner LOGIN CREATEROLE"

now() { date +%s%N; }
rss() { awk '/VmRSS/{printf "%d", $2/1024}' /proc/$1/status; }

i=0; names=() urls=() tokens=()
for jar in "$@"; do
  name=$(basename $jar .jar); db=ashlar$i; port=$((port0 + i)) home=$work/home$i
  sql -c "CREATE DATABASE $db OWNER owner"
  DATABASE_URL="postgres://owner@localhost:$pgport/$db?sslmode=disable" run $jar migrate
  sql -c "ALTER ROLE ashlar_app LOGIN"
  export DATABASE_URL="postgres://ashlar_app@localhost:$pgport/$db?sslmode=disable" PORT=$port
  run $jar seed
  start=$(now)
  $java ${JAVA_OPTS:-} -jar $jar serve --ashlar.home=$home --spring.liquibase.enabled=false ${EXTRA:-} >$work/serve$i.log 2>&1 &
  pid=$!; pids+=($pid)
  await $port $pid $work/serve$i.log
  took=$(( ($(now) - start) / 1000000 ))
  register localhost:$port
  sql -d $db -f $here/articles.sql
  sleep ${REST:-20}
  echo "$name: started in $took ms, RSS at rest $(rss $pid) MB"
  names+=($name); urls+=(http://localhost:$port); i=$((i + 1))
done
token() { login ${urls[$1]}; }

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
      s0=$(ticks ${pids[$n]}) p0=$(ticks $postmaster)
      out=$(load $n "$path" "$auth" $each)
      s1=$(ticks ${pids[$n]}) p1=$(ticks $postmaster)
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
