# Parts that the measurements of this directory share; they source it. Expects bin (directory of initdb), java and work (a new directory).
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
hz=$(getconf CLK_TCK)
chmod 755 $work
[ "$(id -u)" != 0 ] || chown postgres $work
as() { if [ "$(id -u)" = 0 ]; then su postgres -c "$1"; else bash -c "$1"; fi; } # PostgreSQL does not run as root

# Processor time, in ticks, of a process and all children that it has or had: a server of PostgreSQL is one process for each session.
ticks() { local t=0 p s; for p in $1 $(pgrep -P $1); do
  s=$(awk '{sub(/.*\) /,""); print $12+$13}' /proc/$p/stat 2>/dev/null || true); t=$((t + ${s:-0})); done
  echo $((t + $(awk '{sub(/.*\) /,""); print $14+$15}' /proc/$1/stat))); }

initialize() { as "$bin/initdb -D $work/$1 -U postgres -A trust --locale=C.UTF-8 -E UTF8" >/dev/null; } # directory
startpg() { # directory, port, further options
  as "$bin/pg_ctl -D $work/$1 -w -l $work/$1.log -o '-p $2 -c unix_socket_directories=$work ${3:-}' start" >/dev/null || { cat $work/$1.log; exit 1; }; }
postmaster() { head -1 $work/$1/postmaster.pid; }
run() { $java -jar "$@" >$work/run.log 2>&1 || { cat $work/run.log; exit 1; }; } # jar, command
await() { until curl -sf localhost:$1/actuator/health/readiness >/dev/null; do sleep 0.05; kill -0 $2 || { cat $3; exit 1; }; done; } # port, pid, log
user='{"user": {"email": "reader@example.org", "username": "reader", "password": "correct horse battery"}}'
register() { curl -sf $1/api/users -H 'Content-Type: application/json' -d "$user" >/dev/null; }
login() { curl -sf "${@:2}" $1/api/users/login -H 'Content-Type: application/json' -d "$user" | sed 's/.*"token":"\([^"]*\)".*/\1/'; } # prints the token
finish() { # ends what is in pids and the servers of PostgreSQL in work, at once: nothing of it is kept
  for p in "${pids[@]:-}"; do [ -n "$p" ] && kill -KILL $p 2>/dev/null; done; wait 2>/dev/null
  for f in $work/*/postmaster.pid; do [ -f "$f" ] && as "$bin/pg_ctl -D $(dirname $f) -w -m immediate stop" >/dev/null 2>&1; done
  rm -rf $work; }
pids=()
trap finish EXIT
