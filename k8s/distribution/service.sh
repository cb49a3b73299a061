#!/bin/sh
# Starts the service that this file is called after, with the libraries of its distribution; ./dungeon service calls it with the name and a
# class path. Needs Java 17 or newer. Settings are in docs/settings.md, further options of the JVM in JAVA_OPTS.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
name=$(basename -- "$0")
class_path="$here/../lib/*"
if [ "$name" = service.sh ]; then
  name=${1-}
  class_path=${2-}
  shift 2
fi

case $name in
  topology) main=dungeon.app.TopologyMain ;;
  state-topics) main=dungeon.statetopics.StateTopicsMain ;;
  ingest) main=dungeon.ingest.IngestMain ;;
  queries) main=dungeon.queries.QueriesMain ;;
  analytics) main=dungeon.analytics.http.AnalyticsMain ;;
  history) main=dungeon.history.service.HistoryServiceMain ;;
  bots) main=dungeon.players.host.BotsMain ;;
  *)
    echo "There is no service '$name'; there are topology, ingest, queries, history, analytics, state-topics and bots." >&2
    exit 2
    ;;
esac

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
version=$("$java" -version 2>&1 | sed -n 's/^[^"]* version "\([0-9]*\).*/\1/p')
[ "${version:-0}" -ge 17 ] || {
  echo "The service needs Java 17 or newer, and $java is version ${version:-unknown}; install one, or set JAVA_HOME." >&2
  exit 2
}
# From version 24 on, the JVM warns of the native code in RocksDB and of what Kafka does to unmap its files.
quiet=
[ "$version" -lt 24 ] || quiet='--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow'

# What is freed goes back: with an arena of malloc for each thread, RocksDB and the JVM keep some 40 MB of nothing.
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
# shellcheck disable=SC2086 # several words, on purpose
exec "$java" $quiet "@$here/jvm.options" ${JAVA_OPTS-} -cp "$class_path" "$main" "$@"
