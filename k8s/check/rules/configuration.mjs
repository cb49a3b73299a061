// What services are told: settings that they know, files that are mounted, images that versions.yaml has.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { k8s, named } from '../render.mjs';
import { versions } from '../versions.mjs';

/** Made from the Java configuration, and held to it by a test. */
const SETTINGS = join(k8s, '../docs/settings.md');
/** Sections of the page that are of several services; it says of the second who has it not. */
const COMMON = ['Every service', 'The client of the schema registry, in every service but the history and the bots'];
const WITHOUT_REGISTRY = new Set(['history', 'bots']);
/** What services hand on to their Kafka clients. */
const KAFKA = new Set(
  ['SECURITY_PROTOCOL', 'SASL_MECHANISM', 'SASL_JAAS_CONFIG']
    .concat(['TYPE', 'LOCATION', 'PASSWORD', 'CERTIFICATES'].map((name) => `SSL_TRUSTSTORE_${name}`))
    .concat(['TYPE', 'LOCATION', 'PASSWORD', 'KEY', 'CERTIFICATE_CHAIN'].map((name) => `SSL_KEYSTORE_${name}`)),
);
const KAFKA_PREFIXES = { history: [], bots: [], ingest: ['DUNGEON_INGEST_KAFKA_'], queries: ['DUNGEON_', 'DUNGEON_LOG_READER_'] };

/** The same program as another service, under a name of its own. */
const PROGRAM = { tictactoe: 'topology' };

let read;

/** The variables of each section of the page of settings. */
function settings() {
  read ??= new Map(
    (existsSync(SETTINGS) ? readFileSync(SETTINGS, 'utf8') : '')
      .split(/^## /m)
      .map((section) => [section.split('\n')[0], new Set([...section.matchAll(/^\| `[^`]+` \| `(DUNGEON_\w+)` \|/gm)].map(([, name]) => name))]),
  );
  return read;
}

/** Whether there is a page to hold variables against. */
export function isSettingsPage() {
  return COMMON.every((section) => settings().get(section)?.size > 0);
}

function isKnown(name, variable) {
  const service = PROGRAM[name] ?? name;
  const sections = [...(WITHOUT_REGISTRY.has(service) ? COMMON.slice(0, 1) : COMMON), service];
  const known = sections.some((section) => settings().get(section)?.has(variable));
  const { [service]: prefixes = ['DUNGEON_'] } = KAFKA_PREFIXES;
  return known || prefixes.some((prefix) => variable.startsWith(prefix) && KAFKA.has(variable.slice(prefix.length)));
}

/** Images that operators are told to use. */
function imagesOf({ kind, spec }) {
  const fields = { Kafka: [spec?.kafka?.image], KafkaConnect: [spec?.image], Cluster: [spec?.imageName] };
  return (fields[kind] ?? []).filter(Boolean);
}

/** The images that there may be. */
export function knownImages() {
  const registry = versions['dungeon.registry'];
  return new Set(
    Object.entries(versions)
      .filter(([key]) => key.endsWith('.tag'))
      .map(([key, tag]) => {
        const name = key.slice(0, -'.tag'.length);
        return `${versions[`${name}.image`] ?? `${registry}/dungeon-${name}`}:${tag}`;
      }),
  );
}

export const configurationRules = {
  'image-of-versions': function* (world) {
    const known = knownImages();
    for (const workload of world.workloads) {
      for (const { name, image } of workload.allContainers) {
        if (!known.has(image)) {
          yield `${workload.name}: container ${name} has the image ${image}, which versions.yaml does not know`;
        }
      }
    }
    for (const resource of world.resources) {
      for (const image of imagesOf(resource).filter((one) => !known.has(one))) {
        yield `${named(resource)}: has the image ${image}, which versions.yaml does not know`;
      }
    }
  },

  'setting': function* (world) {
    if (!isSettingsPage()) {
      return;
    }
    for (const workload of world.workloads) {
      const service = workload.labels['app.kubernetes.io/component'];
      for (const container of workload.allContainers) {
        for (const variable of Object.keys(workload.variables(container)).filter((name) => name.startsWith('DUNGEON_'))) {
          if (!isKnown(service, variable) && !isKnown(service, variable.replace(/_FILE$/, ''))) {
            yield `${workload.name}: ${service} does not know ${variable}; docs/settings.md has what it knows`;
          }
        }
      }
    }
  },

  'unmounted-path': function* (world) {
    for (const workload of world.workloads) {
      for (const container of workload.allContainers) {
        const mounts = (container.volumeMounts ?? []).map(({ mountPath }) => mountPath);
        for (const [variable, value] of Object.entries(workload.variables(container))) {
          if (value?.startsWith('/') && !mounts.some((mount) => value === mount || value.startsWith(`${mount}/`))) {
            yield `${workload.name}: ${variable} names ${value}, where nothing is mounted`;
          }
        }
      }
    }
  },
};
