#!/usr/bin/env bash
# Lets an installation grow, once and really: a match before, one during and one after games have moved to topics of the next version with
# twice as many partitions (docs/scaling.md). Takes eight to ten minutes on two cores; needs jq and curl
# beside what ./dungeon needs. On a busy one the match in between has to be longer than a restart: GROWTH_MATCH=15m. What it leaves is in a folder
# that it names; it ends with 1 at the first thing that is not as it must be.
set -euo pipefail

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P)
work=$(mktemp -d)
base=${GROWTH_PORT:-23100}
broker=$base registry=$((base + 1)) ingest=$((base + 2)) queries=$((base + 3))
history=$((base + 4)) postgres=$((base + 5)) worker=$((base + 6)) archive=$((base + 7))
next=v2:24
running=
others=()

say() { printf '%(%H:%M:%S)T  %s\n' -1 "$*"; }
# To stderr, because what calls it may be asked for its output.
fail() {
  say "NOT AS IT MUST BE: $*" >&2
  exit 1
}

end() {
  for process in $running "${others[@]}"; do kill "$process" 2>/dev/null || true; done
  wait || true
  say "All logs and data are in $work"
}
trap end EXIT

# until_true SECONDS WHAT COMMAND…: asks again each second, because what is waited for tells nobody.
until_true() {
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@"; do
    [ $SECONDS -lt $deadline ] || fail "waited in vain for $what"
    sleep 1
  done
}

answers() { curl -sf -o "$work/answer" "$1" 2>/dev/null; }

start() {
  local name=$1
  shift
  env "$@" "$root/dungeon" up --data "$work/data" --broker-port $broker --registry-port $registry --ingest-port $ingest \
    --queries-port $queries --history-port $history --postgres-port $postgres --worker-port $worker >>"$work/$name.log" 2>&1 &
  running=$!
}

# up NAME [VARIABLE=VALUE…]: the whole installation on its data, until everything serves. On a busy machine the registry may not come in time:
# then it ends, and is started again.
up() {
  local began=$SECONDS
  start "$@"
  until answers "http://127.0.0.1:$queries/history/games" && answers "http://127.0.0.1:$ingest/health/ready"; do
    [ $((SECONDS - began)) -lt 600 ] || fail "waited in vain for the installation: $work/$1.log"
    kill -0 "$running" 2>/dev/null || start "$@"
    sleep 1
  done
  say "Up ($1), after $((SECONDS - began)) s"
}

down() {
  kill "$running"
  wait "$running" || true
  running=
}

# trial NAME DURATION [VARIABLE=VALUE…]: a match of four bots, two of them straight on Kafka, held against every promise. Becomes the process of
# the match, so it is called in a subshell or in the background, where its id is the one to kill.
trial() {
  local name=$1 duration=$2
  shift 2
  exec env "$@" "$root/dungeon" trial --ingest "http://127.0.0.1:$ingest" --queries "http://127.0.0.1:$queries" \
    --brokers "127.0.0.1:$broker" --registry "http://127.0.0.1:$registry/apis/ccompat/v7" \
    --administrator-token "$work/data/ingest/administrator.token" --duration "$duration" >"$work/trial-$name.log" 2>&1
}

# What a topic takes on the disk, of all partitions, without their indexes.
bytes_on() { find "$work/data" -path "*/$1-*/*.log" -printf '%s\n' | awk '{ bytes += $1 } END { print bytes + 0 }'; }

game_of() { sed -n 's/.*Created the game \([0-9a-f-]*\).*/\1/p' "$work/trial-$1.log"; }

# audit NAME [VARIABLE=VALUE…]: the game of that trial once more, on the topics that the variable names; says how many events it has.
audit() {
  local name=$1 game
  shift
  game=$(game_of "$name")
  env "$@" "$root/dungeon" audit "$game" --data "$work/data" --broker-port $broker --registry-port $registry --ingest-port $ingest \
    --queries-port $queries >"$work/audit-$name.log" 2>&1 || fail "the audit of the game $name: $work/audit-$name.log"
  sed -n 's/.*give the \([0-9,]*\) published events byte for byte.*/\1/p' "$work/audit-$name.log" | tr -d ,
}

# How many events of a game the history has, if they are numbered from 1 on without a gap; fails otherwise.
in_history() {
  local game=$1 from=1 page count=0
  while page=$(curl -sf "http://127.0.0.1:$history/history/games/$game/events?from=$from"); do
    [ "$(jq "[.events[].sequence] == [range($from; $from + (.events | length))]" <<<"$page")" = true ] || return 1
    count=$((count + $(jq '.events | length' <<<"$page")))
    [ "$(jq '.events | length' <<<"$page")" != 0 ] || break
    from=$((count + 1))
  done
  echo "$count"
}

history_is_complete() { [ "$(in_history "$(game_of "$1")")" = "$2" ]; }

running_games() { curl -sf "http://127.0.0.1:$queries/games?state=STARTED" | jq '.games | length'; }
nobody_plays() { [ "$(running_games)" = 0 ]; }
one_plays() { [ "$(running_games)" = 1 ]; }

json='Content-Type: application/json'
new_game() { # status of a practice game that is asked for
  curl -s -o "$work/answer" -D "$work/headers" -w '%{http_code}' -X POST "http://127.0.0.1:$ingest/practice-games" \
    -H "Authorization: Bearer $guest" -H "$json" -d '{"bots": 1, "durationMs": 20000}'
}

say "1. Before: version 1 with 12 partitions"
up before
guest=$(curl -sf -X POST "http://127.0.0.1:$ingest/auth/guest" | jq -r .token)
(trial before 45s) || fail "the match before: $work/trial-before.log"
say "The match before: $(tail -n 1 "$work/trial-before.log")"
say "$(bytes_on dungeon.events.v1) bytes on dungeon.events.v1 and $(bytes_on dungeon.commands.v1) on dungeon.commands.v1, for these commands and events"

say "2. A match begins, then no games are made any more"
trial during "${GROWTH_MATCH:-4m}" &
during=$!
others+=("$during")
until_true 120 "the first robot" grep -q 'first robot' "$work/trial-during.log"
down
up closing DUNGEON_INGEST_NEWGAMES=false
status=$(new_game)
[ "$status" = 503 ] || fail "a new game got $status: $(cat "$work/answer")"
say "A new game: 503 with $(grep -i '^retry-after' "$work/headers" | tr -d '\r') and '$(jq -r .detail "$work/answer")'"
until_true 60 "the match, which goes on" one_plays
closed=$SECONDS
wait "$during" || fail "the match during: $work/trial-during.log"
others=()
say "The match during: $(tail -n 1 "$work/trial-during.log")"
until_true 300 "the last game to end" nobody_plays
say "No game runs, $((SECONDS - closed)) s after new ones were closed"

say "3. Version 2 with 24 partitions"
down
up after "DUNGEON_GAMES_TOPICS=$next"
(trial after 45s "DUNGEON_GAMES_TOPICS=$next") || fail "the match after: $work/trial-after.log"
say "The match after: $(tail -n 1 "$work/trial-after.log")"
status=$(new_game)
[ "$status" = 201 ] || fail "a practice game of a guest of before got $status: $(cat "$work/answer")"
say "A guest of before has a practice game: the lobby and who is who went on"

say "4. Old games"
for game in before during; do
  events=$(audit "$game" DUNGEON_GAMES_TOPICS=)
  until_true 60 "the history of the game $game" history_is_complete "$game" "$events"
  say "The game $game: $events events of version 1, audited, and all of them in the history"
done
events=$(audit after "DUNGEON_GAMES_TOPICS=$next")
until_true 60 "the history of the game after" history_is_complete after "$events"
say "The game after: $events events of version 2, audited, and all of them in the history"

"$root/dungeon" service queries --http.port=$archive --state.dir="$work/archive" --bootstrap.servers=127.0.0.1:$broker \
  --schema.registry.url="http://127.0.0.1:$registry/apis/ccompat/v7" --key.set.url="http://127.0.0.1:$ingest/.well-known/jwks.json" \
  --num.standby.replicas=0 >"$work/archive.log" 2>&1 &
others+=($!)
until_true 180 "queries of version 1" answers "http://127.0.0.1:$archive/health/ready"
until_true 60 "an old game there" answers "http://127.0.0.1:$archive/games/$(game_of before)"
say "Queries of version 1 answer for the old game: $(jq -r .state "$work/answer")"

say "5. What is refused: version 2 with another number of partitions"
down
kill "${others[@]}" && wait "${others[@]}" || true
others=()
start refused DUNGEON_GAMES_TOPICS=v2:48
until_true 300 "the refusal ($work/refused.log)" grep -rq 'has 24 partitions, not 48' "$work/refused.log" "$work/data/logs"
say "Refused: $(grep -rhom 1 'The topic dungeon.[a-z]*.v2 has 24 partitions, not 48' "$work/refused.log" "$work/data/logs" | head -n 1)"
say "All as it must be"
