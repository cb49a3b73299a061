# Starts and removes what compose.yaml has, with the images that `build` has made; read by the trials, in the repository's root. They say before how it is
# called (project), and on which address of this machine it is (DUNGEON_ADDRESS).
# Where no containers can run, it says so and ends well, unless DUNGEON_CONTAINERS_REQUIRED is set.

skip() {
  echo "The trial of the images is left out: $1" >&2
  [ -z "${DUNGEON_CONTAINERS_REQUIRED-}" ]
  exit
}
for tool in podman podman-compose curl; do
  command -v "$tool" >/dev/null || skip "there is no $tool"
done
version=$(sed -n 's#^  <version>\(.*\)</version>#\1#p' pom.xml | head -n 1)
# What the machine says of its own goes before.
[ -e /etc/containers/containers.conf ] || export CONTAINERS_CONF=$PWD/k8s/images/containers.conf
for name in topology ingest queries history analytics state-topics bots connect registry kafka postgres; do
  built=k8s/images/$name/target
  [ -f "$built/image.tar" ] || skip "there is no $built/image.tar; run k8s/images/build"
  [ "sha256:$(podman image inspect --format '{{.Id}}' "$(sed -n 's/.*"image":"\([^"]*\)".*/\1/p' "$built/jib-image.json")" 2>/dev/null)" = "$(cat "$built/jib-image.id")" ] ||
    podman load --quiet --input "$built/image.tar" >/dev/null
done
podman run --rm --network none --memory 128m --entrypoint java "localhost/dungeon-topology:$version" -version >/dev/null 2>&1 ||
  skip "podman runs no containers here (podman run … java -version)"

export DUNGEON_VERSION=$version
export DUNGEON_KAFKA_IMAGE=localhost/dungeon-stand-in-kafka:$version DUNGEON_KAFKA_DATA=/var/lib/dungeon
export DUNGEON_POSTGRES_IMAGE=localhost/dungeon-stand-in-postgres:$version DUNGEON_POSTGRES_DATA=/var/lib/dungeon
work=$(mktemp -d)
compose() {
  podman-compose --project-name "$project" --file compose.yaml "$@" >>"$work/compose.log" 2>&1
}
stop() {
  code=$?
  if [ "$code" != 0 ]; then
    tail -n 20 "$work/compose.log" >&2
    for container in $(podman ps --all --filter "label=io.podman.compose.project=$project" --format '{{.Names}}'); do
      echo "--- $container: $(podman inspect "$container" --format '{{.State.Status}} {{.State.ExitCode}}')" >&2
      podman logs --tail 15 "$container" >&2 2>&1 || true
    done
  fi
  # With the volumes that have no name, which podman-compose leaves.
  podman ps --all --quiet --filter "label=io.podman.compose.project=$project" | xargs --no-run-if-empty podman rm --force --time 5 --volumes >/dev/null 2>&1 || true
  compose down --volumes || true
  podman volume ls --quiet --filter "label=io.podman.compose.project=$project" | xargs --no-run-if-empty podman volume rm --force >/dev/null || true
  rm -rf "$work"
  exit "$code"
}
trap stop EXIT
trap 'exit 130' INT TERM
