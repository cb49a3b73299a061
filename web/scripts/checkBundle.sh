#!/bin/sh
# The committed bundle and the committed types are what the sources and the services' descriptions give. Builds into empty folders and compares.
set -eu
cd "$(dirname "$0")/.."
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

npx vite build --outDir "$fresh/dist" --emptyOutDir --logLevel warn
diff -r "$fresh/dist" dist >/dev/null || {
  diff -rq "$fresh/dist" dist >&2 || true
  echo "web/dist is not what web/src gives: run npm run build in web/ and commit the folder." >&2
  exit 1
}

node scripts/generateTypes.mjs "$fresh/generated"
diff -r "$fresh/generated" src/api/generated >/dev/null || {
  diff -rq "$fresh/generated" src/api/generated >&2 || true
  echo "The types in web/src/api/generated are not those of the descriptions: run npm run types in web/ and commit them." >&2
  exit 1
}

bytes=$(find dist -name '*.js' -o -name '*.css' | xargs cat | gzip -9 | wc -c)
limit=153600
[ "$bytes" -le "$limit" ] || {
  echo "Scripts and styles of the page are $bytes bytes packed, and $limit are allowed." >&2
  exit 1
}
echo "The bundle is fresh; its scripts and styles are $bytes bytes packed."
