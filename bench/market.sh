#!/usr/bin/env bash
# Measures a server with its simulated market (Linux): processor time and resident memory at speed 1, then how long the rest of
# the day takes at the highest speed, with what it takes then. Usage: bench/market.sh [seconds at speed 1], after a build.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
jar=server/target/hoga.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
folder=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; wait; rm -rf "$folder"' EXIT

"$java" -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms64m -Xmx512m -jar "$jar" serve --port 0 --participants on --seed 1 \
  --data "$folder/data" > "$folder/out" 2> "$folder/errors" &
pid=$!
until grep -q READY "$folder/out"; do sleep 0.1; kill -0 "$pid"; done
url=$(awk '{print $2}' "$folder/out")
token=$(cat "$folder/data/control.token")

control() { curl -sS -H "authorization: Bearer $token" "$@"; }
ticks() { awk '{print $14 + $15}' "/proc/$pid/stat"; }
resident() { awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status"; }
market_time() { control "$url/control/clock" | sed 's/.*"marketTime":"\([^"]*\)".*/\1/'; }

sleep 20
before=$(ticks)
sleep "$seconds"
after=$(ticks)
echo "speed 1: $(( (after - before) * 100 / seconds / $(getconf CLK_TCK) )) % of one core over $seconds s, $(resident) MB resident, market at $(market_time)"

begin=$(date +%s%N)
before=$(ticks)
control -X POST -d '{"speed":86400}' "$url/control/clock" > "$folder/answer"
until [[ $(market_time) > "$(date -d "$(market_time | cut -dT -f1)" +%F)T15:30" ]]; do sleep 0.2; done
after=$(ticks)
echo "speed 86400: the rest of the day in $(( ($(date +%s%N) - begin) / 1000000 )) ms, $(( (after - before) * 1000 / $(getconf CLK_TCK) )) ms of processor time, $(resident) MB resident"
