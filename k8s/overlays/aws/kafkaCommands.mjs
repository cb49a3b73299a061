// Prints what Strimzi's operators would do, as commands of Kafka's own tools, for brokers that have no operators: topics and rights of k8s/kafka.
//   (cd k8s/check && npm ci) && node k8s/overlays/aws/kafkaCommands.mjs BROKERS FILE | sh
// FILE has the settings of a client that may do everything.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const here = new URL('.', import.meta.url);
const { parseAllDocuments } = createRequire(new URL('../../check/package.json', here))('yaml');
const FLAGS = { topic: '--topic', group: '--group', transactionalId: '--transactional-id', cluster: '--cluster' };

const [brokers, file] = process.argv.slice(2);
if (!brokers || !file) {
  console.error('kafkaCommands.mjs BROKERS FILE; both are needed');
  process.exit(2);
}
const quoted = (text) => `'${String(text).replaceAll("'", `'\\''`)}'`;
const tool = (name, ...args) => console.log([`kafka-${name}.sh`, '--bootstrap-server', quoted(brokers), '--command-config', quoted(file), ...args].join(' '));
const resources = (name) => parseAllDocuments(readFileSync(new URL(`../../kafka/${name}`, here), 'utf8')).map((document) => document.toJS());

for (const { metadata, spec } of resources('topics.yaml')) {
  const config = Object.entries(spec.config).flatMap(([key, value]) => ['--config', quoted(`${key}=${value}`)]);
  tool('topics', '--create', '--if-not-exists', '--topic', quoted(metadata.name), '--partitions', spec.partitions, '--replication-factor', spec.replicas, ...config);
}
for (const { metadata, spec } of resources('users.yaml')) {
  // Players cannot come to brokers without our classes.
  if (!spec.authentication) {
    continue;
  }
  for (const { resource, operations } of spec.authorization?.acls ?? []) {
    const what = resource.type === 'cluster' ? ['--cluster'] : [FLAGS[resource.type], quoted(resource.name)];
    const pattern = resource.patternType === 'prefix' ? ['--resource-pattern-type', 'prefixed'] : [];
    tool('acls', '--add', '--allow-principal', quoted(`User:CN=${metadata.name}`), ...operations.flatMap((operation) => ['--operation', operation]), ...what, ...pattern);
  }
}
