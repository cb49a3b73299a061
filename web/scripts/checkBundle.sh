#!/bin/sh
# The committed bundle and the committed types are what the sources and the services' descriptions give. Builds into empty folders and compares.
set -eu
cd "$(dirname "$0")/.."
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

npx vite build --outDir "$fresh/dist" --emptyOutDir --logLevel warn
npx vite build --config vite.exported.config.ts --outDir "$fresh/dist" --logLevel warn
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

# What a visit to a match loads, each file packed for itself as servers do it.
limit=150000
others='/(exported|account|AccountDialog|AnalysisPage|NewGameDialog|LoginNotice|MapChoice|MapTypePage|MapTypesPage|NewMapTypePage|NotFoundPage|PlayerPage|PracticeDialog|ReplayPage|rooms|usePages)\.'
bytes=0
for file in $(find dist -name '*.js' -o -name '*.css' | grep -vE "$others"); do
  bytes=$((bytes + $(gzip -9 -c "$file" | wc -c)))
done
[ "$bytes" -le "$limit" ] || {
  echo "A visit to a match loads $bytes bytes of scripts and styles, packed, and $limit are allowed." >&2
  exit 1
}
echo "The bundle is fresh; a visit to a match loads $bytes bytes of scripts and styles, packed."
