// What services are told: settings that they know, files that are mounted, images that versions.yaml has.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../render.mjs';
import { versions } from '../versions.mjs';

/** Made from the Java configuration, and held to it by a test. */
export const SETTINGS = join(repository, 'docs/settings.md');

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
