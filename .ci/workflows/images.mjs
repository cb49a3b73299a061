// The images that are published, and what each is made of. Alone, prints their names, one a line.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const IMAGES = 'k8s/images';
/** Brokers and workers of Strimzi; built on Strimzi's image, and so not with the others. */
export const STRIMZI = 'strimzi';
const OF_ALL = ['pom.xml', '.mvn'];

/** The folders of a Maven module and of all modules of ours that it needs. */
function foldersOf(module, base, modules) {
  const found = new Set();
  const visit = (folder) => {
    if (found.has(folder)) {
      return;
    }
    found.add(folder);
    const pom = readFileSync(join(base, folder, 'pom.xml'), 'utf8');
    for (const [, artifact] of pom.matchAll(/<dependency>\s*<groupId>dungeon<\/groupId>\s*<artifactId>([^<]+)<\/artifactId>/g)) {
      if (modules.has(artifact)) {
        visit(modules.get(artifact));
      }
    }
  };
  visit(module);
  return [...found];
}

function poms(folder, base, found = new Map()) {
  for (const entry of readdirSync(join(base, folder), { withFileTypes: true })) {
    if (entry.isDirectory() && !entry.name.startsWith('.') && !['target', 'node_modules', 'src', 'dist'].includes(entry.name)) {
      const path = join(folder, entry.name);
      if (existsSync(join(base, path, 'pom.xml'))) {
        const pom = readFileSync(join(base, path, 'pom.xml'), 'utf8').replace(/<parent>[\s\S]*?<\/parent>/, '');
        found.set(/<artifactId>([^<]+)<\/artifactId>/.exec(pom)[1], path);
      }
      poms(path, base, found);
    }
  }
  return found;
}

/** For each image, by its name, the files and folders whose change is a change of it. */
export function images(base = root) {
  const modules = poms('.', base);
  // A cluster has other brokers and another registry than a machine with containers, so those images are not published.
  const tags = new Set([...readFileSync(join(base, 'k8s/versions.yaml'), 'utf8').matchAll(/^  ([\w-]+)\.tag: /gm)].map(([, name]) => name));
  const services = existsSync(join(base, IMAGES))
    ? readdirSync(join(base, IMAGES)).filter((name) => tags.has(name) && existsSync(join(base, IMAGES, name, 'pom.xml')))
    : [];
  const common = existsSync(join(base, IMAGES)) ? readdirSync(join(base, IMAGES)).filter((name) => !existsSync(join(base, IMAGES, name, 'pom.xml'))) : [];
  const result = new Map(
    services.map((name) => [
      name,
      [...OF_ALL, ...common.filter((one) => one !== 'target').map((one) => `${IMAGES}/${one}`), ...foldersOf(`${IMAGES}/${name}`, base, modules)],
    ]),
  );
  result.set(STRIMZI, [...OF_ALL, 'k8s/kafka/image', 'standalone/src/main/java/dungeon/standalone/secure/plugin', 'connectors/plugin', 'connectors/worker', 'schemas']);
  return result;
}

/** Whether a file belongs to one of the places. */
export function isIn(file, places) {
  return places.some((place) => file === place || !relative(place, file).startsWith('..'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log([...images().keys()].join('\n'));
}
