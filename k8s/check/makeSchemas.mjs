// Makes schemas/*.json from CRDs, so that unknown keys are faults. Needed anew when an operator's version in versions.yaml changes:
//   node makeSchemas.mjs strimzi              of the version in versions.yaml, with Maven and JAVA_HOME of a JDK 25
//   node makeSchemas.mjs <file or folder>…    of all CRDs in these YAML files, such as a checkout of an operator's repository
// The checks only read what is committed.
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { schemaFile } from './strict.mjs';
import { run } from './tools.mjs';
import { versions } from './versions.mjs';

const STRIMZI_KINDS = {
  'kafka.Kafka': 'Kafka',
  'nodepool.KafkaNodePool': 'KafkaNodePool',
  'topic.KafkaTopic': 'KafkaTopic',
  'user.KafkaUser': 'KafkaUser',
  'connect.KafkaConnect': 'KafkaConnect',
  'connector.KafkaConnector': 'KafkaConnector',
  'rebalance.KafkaRebalance': 'KafkaRebalance',
  'mirrormaker2.KafkaMirrorMaker2': 'KafkaMirrorMaker2',
};
const texts = { type: 'object', additionalProperties: { type: 'string' } };
/** CRDs say of metadata only that it is an object. */
const METADATA = {
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: { name: { type: 'string' }, namespace: { type: 'string' }, labels: texts, annotations: texts, finalizers: { type: 'array' } },
};

const ALTERNATIVES = new Set(['oneOf', 'anyOf', 'allOf', 'not']);

/**
 * A schema of OpenAPI as one of JSON, without what only people read, and closed where the API server would drop unknown keys: everywhere
 * but in alternatives, which only restrict what stands beside them.
 */
function closed(schema, alternative = false) {
  if (Array.isArray(schema)) {
    return schema.map((one) => closed(one, alternative));
  }
  if (schema === null || typeof schema !== 'object') {
    return schema;
  }
  const { description: unused, nullable, ...rest } = schema;
  const result = {};
  for (const [key, value] of Object.entries(rest)) {
    if (key === 'properties') {
      result.properties = Object.fromEntries(Object.entries(value).map(([name, property]) => [name, closed(property, alternative)]));
    } else if (key === 'default' || key === 'enum' || key === 'example') {
      result[key] = value;
    } else if (!key.startsWith('x-kubernetes-')) {
      result[key] = closed(value, alternative || ALTERNATIVES.has(key));
    }
  }
  if (schema['x-kubernetes-int-or-string']) {
    delete result.anyOf;
    result.type = ['integer', 'string'];
  }
  if (nullable && result.type) {
    result.type = [result.type, 'null'].flat();
  }
  const open = schema['x-kubernetes-preserve-unknown-fields'] || schema.additionalProperties !== undefined;
  if (result.properties && !open && !alternative) {
    result.additionalProperties = false;
  }
  return result;
}

function write(crd) {
  const { group, names, versions: served } = crd.spec;
  for (const { name, schema } of served.filter((version) => version.served)) {
    const { status: unused, ...properties } = schema.openAPIV3Schema.properties;
    const resource = { apiVersion: `${group}/${name}`, kind: names.kind };
    const whole = {
      ...closed({ ...schema.openAPIV3Schema, properties }),
      additionalProperties: false,
      required: [...new Set(['apiVersion', 'kind', 'metadata', ...(schema.openAPIV3Schema.required ?? [])])],
    };
    whole.properties.apiVersion ??= { type: 'string' };
    whole.properties.kind ??= { type: 'string' };
    whole.properties.metadata = METADATA;
    writeFileSync(schemaFile(resource), `${JSON.stringify(whole)}\n`);
    console.log(`${resource.apiVersion} ${resource.kind}`);
  }
}

function crdsIn(path) {
  if (statSync(path).isDirectory()) {
    return readdirSync(path).flatMap((name) => crdsIn(join(path, name)));
  }
  return /\.ya?ml$/.test(path)
    ? parseAllDocuments(readFileSync(path, 'utf8')).map((document) => document.toJS()).filter((content) => content?.kind === 'CustomResourceDefinition')
    : [];
}

/** Strimzi makes its CRDs from classes, which are on Maven Central. */
async function strimziCrds(folder) {
  const version = versions['strimzi-kafka-operator.version'];
  const dependency = (name) => `<dependency><groupId>io.strimzi</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`;
  writeFileSync(
    join(folder, 'pom.xml'),
    `<project><modelVersion>4.0.0</modelVersion><groupId>schemas</groupId><artifactId>schemas</artifactId><version>1</version>
     <dependencies>${dependency('crd-generator')}${dependency('api')}</dependencies></project>`,
  );
  await run('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=jars'], { cwd: folder });
  mkdirSync(join(folder, 'crds'));
  const kinds = Object.entries(STRIMZI_KINDS).map(([type, kind]) => `io.strimzi.api.kafka.model.${type}=crds/${kind}.yaml`);
  await run(join(process.env.JAVA_HOME, 'bin/java'), ['-cp', 'jars/*', 'io.strimzi.crdgenerator.CrdGenerator', '--yaml', ...kinds], { cwd: folder });
  return crdsIn(join(folder, 'crds'));
}

const temporary = mkdtempSync(join(tmpdir(), 'crds-'));
try {
  const crds = process.argv.slice(2).map((argument) => (argument === 'strimzi' ? strimziCrds(temporary) : crdsIn(argument)));
  (await Promise.all(crds)).flat().forEach(write);
} finally {
  rmSync(temporary, { recursive: true });
}
