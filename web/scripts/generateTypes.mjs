// Makes the types of src/api/generated from the services' own descriptions, which their tests have written down.
// node scripts/generateTypes.mjs [folder], by default into src/api/generated.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = process.argv[2] ?? join(web, 'src/api/generated');

const descriptions = {
  queries: 'interactive-queries/target/openapi.json',
  ingest: 'command-ingest/target/openapi.json',
  history: 'connectors/history/target/openapi.json',
  analytics: 'connectors/history/target/analytics-openapi.json',
  feeds: 'interactive-queries/target/asyncapi.json',
};

/** AsyncAPI has its schemas where OpenAPI has them, and in the same language. */
function asOpenApi(document) {
  return document.asyncapi === undefined
    ? document
    : { openapi: '3.1.0', info: document.info, paths: {}, components: { schemas: document.components.schemas } };
}

await mkdir(folder, { recursive: true });
for (const [name, file] of Object.entries(descriptions)) {
  const document = asOpenApi(JSON.parse(await readFile(join(web, '..', file), 'utf8')));
  const types = astToString(await openapiTS(document, { alphabetize: true }));
  await writeFile(join(folder, `${name}.ts`), `// Made by scripts/generateTypes.mjs from ${file.replace('/target', '')}.\n${types}`);
}
