#!/usr/bin/env bash
# Measures a server at rest (Linux): time from exec to the READY line on an empty folder and on the folder it left behind,
# then resident memory and processor time of one minute of doing nothing. Build first: ./hoga --version
#   bench/at-rest.sh [runs]          JAVA_HOME must be a JDK 25
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-10}
rest=60
java=${JAVA_HOME:?set it to a JDK 25}/bin/java
jar=server/target/hoga.jar
folder=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$folder"' EXIT

# Starts the jar with the given JVM flags, waits for READY, sets pid and ms.
start() {
  local from to line
  from=$(date +%s%N)
  exec 3< <(exec "$java" "$@" -jar "$jar" serve --port 0 --participants off --data "$folder/data" 2>>"$folder/errors")
  pid=$!
  read -r line <&3
  to=$(date +%s%N)
  [[ $line == READY* ]] || { cat "$folder/errors" >&2; exit 1; }
  ms=$(((to - from) / 1000000))
}

stop() {
  kill "$pid"
  while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
  exec 3<&-
  pid=
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
cpu_ticks() { awk '{ sub(/^.*\) /, ""); print $12 + $13 }' "/proc/$1/stat"; }

measure() {
  local label=$1 fresh=() again=() i before
  shift
  for ((i = 0; i < runs; i++)); do
    rm -rf "$folder/data"
    start "$@"; fresh+=("$ms"); stop
    start "$@"; again+=("$ms"); stop
  done
  start "$@"
  sleep 5
  before=$(cpu_ticks "$pid")
  sleep "$rest"
  printf '%-28s READY %5d ms on an empty folder, %5d ms on a used one (median of %d); VmRSS %d MB; %.1f %% of one core\n' \
    "$label" "$(printf '%s\n' "${fresh[@]}" | median)" "$(printf '%s\n' "${again[@]}" | median)" "$runs" \
    "$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")" \
    "$(awk -v t="$(($(cpu_ticks "$pid") - before))" -v rest="$rest" -v hz="$(getconf CLK_TCK)" 'BEGIN { print t / hz / rest * 100 }')"
  stop
}

uname -sr; nproc; "$java" -version 2>&1 | sed -n 3p; cut -d' ' -f1-3 /proc/loadavg | sed 's/^/load average /'
launcher=(-XX:+UseCompactObjectHeaders -XX:+UseSerialGC -Xms64m -Xmx512m --sun-misc-unsafe-memory-access=allow)
measure "java -jar, no flags" -Xlog:disable
measure "flags of ./hoga" "${launcher[@]}"
measure "flags of ./hoga, AOT cache" "${launcher[@]}" -XX:AOTCache=server/target/hoga.aot
