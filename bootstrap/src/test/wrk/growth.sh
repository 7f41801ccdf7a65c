#!/usr/bin/env bash
# growth.sh ashlar.jar: requests a second and processor time of the steps of docs/growth.md beside those of one server, in turns:
#   one          Ashlar and PostgreSQL
#   replica      with a streaming replica, whose position the reader sends
#   operations   with operations, and so the log of requests, in a database on another server
#   transaction  through PgBouncer in transaction mode, with the settings of deploy/pgbouncer
#   session      through PgBouncer in session mode
# Each has its own processes and data. Needs what reading.sh needs, and PgBouncer 1.21 or later in the PATH for the last two. Settings: PGBIN,
# ROUNDS (3), SECONDS_EACH (10), WARM (15), CLIENTS (16), JAVA_OPTS, and ONLY and STEPS (expressions of paths and of steps; one is always measured).
set -eu
rounds=${ROUNDS:-3} each=${SECONDS_EACH:-10} warm=${WARM:-15} clients=${CLIENTS:-16} port=${PORT0:-18180} pgport=${PGPORT0:-55480}
jar=$1 bin=${PGBIN:-$(pg_config --bindir)} java=$JAVA_HOME/bin/java work=$(mktemp -d)
. "$(dirname "$0")/common.sh"
deploy=$here/../../../../deploy/pgbouncer
sql() { $bin/psql -h localhost -p $1 -d ${db:-ashlar} -U ${login:-postgres} -qAt -v ON_ERROR_STOP=1 "${@:2}"; } # port, further arguments
url() { echo "postgres://$1@localhost:$2/ashlar?sslmode=disable"; } # login, port

steps="one replica operations"
if [ "$(pgbouncer --version 2>/dev/null | sed -n 's/^PgBouncer 1\.\([0-9]*\).*/\1/p')" -ge 21 ] 2>/dev/null; then steps="$steps transaction session"
else echo "Skipped: transaction and session, because the PATH has no PgBouncer of version 1.21 or later"; fi
steps=$(tr ' ' '\n' <<<"$steps" | grep -xE "one|${STEPS:-.*}")

# One migrated and seeded server, of which each step gets a copy.
initialize base
startpg base $pgport
db=postgres sql $pgport -c "CREATE ROLE owner LOGIN CREATEROLE" -c "CREATE DATABASE ashlar OWNER owner"
DATABASE_URL=$(url owner $pgport) run $jar migrate
sql $pgport -c "CREATE ROLE web LOGIN IN ROLE ashlar_app"
DATABASE_URL=$(url web $pgport) run $jar seed --ashlar.home=$work/home
as "$bin/pg_ctl -D $work/base -w stop" >/dev/null
copy() { as "cp -R $work/base $work/$1"; startpg $1 $2; }

pooler() { # mode, port of PostgreSQL, port, sessions
  { grep -vE '^(auth_|client_tls|server_tls|listen_|ashlar =|pool_mode|default_pool_size)' $deploy/pgbouncer.ini |
      sed "/^\[databases\]/a ashlar = host=127.0.0.1 port=$2 dbname=ashlar user=web"
    printf '%s\n' "pool_mode = $1" "default_pool_size = $4" "listen_addr = 127.0.0.1" "listen_port = $3" "auth_type = any" "unix_socket_dir ="; } >$work/$1.ini
  login=web sql $2 -o /dev/null -f $deploy/login.sql
  pgbouncer $([ "$(id -u)" != 0 ] || echo -u nobody) $work/$1.ini >$work/$1.log 2>&1 &
  local pid=$!; pids+=($pid); beside[$n]=$pid
  until login=web sql $3 -c "" 2>/dev/null; do kill -0 $pid || { cat $work/$1.log; exit 1; }; sleep 0.05; done; }

n=0; names=() urls=() pgports=() servers=() common=() beside=()
for step in $steps; do
  at=$((pgport + 2 * n)) other=$((pgport + 2 * n + 1)); more=() through=$at beside[$n]=
  copy $step $at
  case $step in
    replica) as "$bin/pg_basebackup -D $work/standby -R -c fast -h localhost -p $at -U postgres"; startpg standby $other
      beside[$n]=$(postmaster standby) more=(DATABASE_REPLICA_URL="postgres://localhost:$other/ashlar?sslmode=disable") ;;
    operations) copy other $other; beside[$n]=$(postmaster other) more=(ASHLAR_CONTEXTS_OPERATIONS_URL="$(url web $other)") ;;
    transaction) through=$other; pooler transaction $at $other 20 ;;
    session) through=$other; pooler session $at $other 40 ;;
  esac
  env PORT=$((port + n)) DATABASE_URL=$(url web $through) "${more[@]}" $java ${JAVA_OPTS:-} -jar $jar serve \
    --ashlar.home=$work/home --spring.liquibase.enabled=false >$work/serve-$step.log 2>&1 &
  servers[$n]=$!; pids+=($!)
  await $((port + n)) $! $work/serve-$step.log
  register localhost:$((port + n))
  sql $at -f $here/articles.sql
  names[$n]=$step urls[$n]=http://localhost:$((port + n)) pgports[$n]=$at common[$n]=$(postmaster $step); n=$((n + 1))
done

paths="list|/api/articles?limit=20||
article|/api/articles/article-250||
feed|/api/articles/feed?limit=20|y|
favorite|/|y|-s $here/favorite.lua"
paths=$(echo "$paths" | grep -E "^(${ONLY:-.*})\\|")
prepare() { # server: logs in, and begins without favorites
  local token=$(login ${urls[$1]} -D $work/headers)
  header=(-H "Authorization: Token $token")
  local position=$(sed -n 's/^read-after: *\([0-9A-F]*\).*/\1/Ip' $work/headers)
  [ -z "$position" ] || header+=(-H "Read-After: $position")
  sql ${pgports[$1]} -c "DELETE FROM publishing.favorites WHERE user_id = (SELECT id FROM identity.users WHERE username = 'reader')" \
    -c "VACUUM publishing.favorites"; }
load() { # server, path, signed in, script, seconds
  local sent=(); [ -z "$3" ] || sent=("${header[@]}")
  wrk -t1 -c$clients -d$5 --latency $4 "${sent[@]}" "${urls[$1]}$2"; }
spent() { [ -z "$1" ] && echo 0 || ticks $1; }

for i in $(seq 0 $((n - 1))); do
  while IFS='|' read -r what path auth script; do prepare $i; load $i "$path" "$auth" "$script" $warm >/dev/null; done <<<"$paths"; done
printf '%-9s %-12s %9s %9s %9s %9s %9s %9s %9s\n' path step requests/s p50 p99 server-us postgres-us beside-us sessions
for round in $(seq $rounds); do
  while IFS='|' read -r what path auth script; do
    for i in $(seq 0 $((n - 1))); do
      prepare $i
      s0=$(ticks ${servers[$i]}) p0=$(ticks ${common[$i]}) b0=$(spent "${beside[$i]}")
      out=$(load $i "$path" "$auth" "$script" $each)
      s1=$(ticks ${servers[$i]}) p1=$(ticks ${common[$i]}) b1=$(spent "${beside[$i]}")
      sessions=$(sql ${pgports[$i]} -c "SELECT count(*) FROM pg_stat_activity WHERE usename = 'web'")
      awk -v w=$what -v j=${names[$i]} -v s=$((s1 - s0)) -v p=$((p1 - p0)) -v b=$((b1 - b0)) -v hz=$hz -v sessions=$sessions '
        /requests in/ {r = $1} /Requests\/sec/ {rps = $2} $1 == "50%" {p50 = $2} $1 == "99%" {p99 = $2} /Non-2xx/ {bad = "  NOT 2xx"}
        END {u = 1e6 / hz / r; printf "%-9s %-12s %9.0f %9s %9s %9.0f %9.0f %9.0f %9d%s\n", w, j, rps, p50, p99, s*u, p*u, b*u, sessions, bad}' <<<"$out" |
        tee -a $work/figures
    done
  done <<<"$paths"
done

echo; echo "Medians of the rounds, requests/s relative to one in the same round (least to greatest):"
printf '%-9s %-12s %-22s %9s %9s %9s\n' path step ratio server-us postgres-us beside-us
awk '
  function median(list, a, k, i, j, t) { k = split(list, a, " ")
    for (i = 2; i <= k; i++) for (j = i; j > 1 && a[j-1] + 0 > a[j] + 0; j--) { t = a[j]; a[j] = a[j-1]; a[j-1] = t }
    least = a[1]; greatest = a[k]; return k % 2 ? a[(k+1)/2] : (a[k/2] + a[k/2+1]) / 2 }
  { key = $1 " " $2; if (!(key in ratio)) keys[++n] = key;
    if ($2 == "one") base[$1] = $3
    ratio[key] = ratio[key] " " $3 / base[$1]; s[key] = s[key] " " $6; p[key] = p[key] " " $7; b[key] = b[key] " " $8 }
  END { for (i = 1; i <= n; i++) { split(keys[i], k, " "); m = median(ratio[keys[i]])
    printf "%-9s %-12s %-22s %9.0f %9.0f %9.0f\n", k[1], k[2], sprintf("%.2f (%.2f to %.2f)", m, least, greatest), median(s[keys[i]]), median(p[keys[i]]), median(b[keys[i]]) } }' $work/figures
