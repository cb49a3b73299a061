// Every folder with a kustomization, rendered as a cluster would get it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';
import { helm, kubectl, run } from './tools.mjs';

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
/** What is looked at; another clone's folder can be named to look at that. */
export const k8s = resolve(process.env.K8S_FOLDER ?? join(repository, 'k8s'));

const FILE = 'kustomization.yaml';
/** Charts have templates, which are no YAML; faults are wrong on purpose; images are built and not applied. */
const SKIPPED = new Set(['node_modules', 'charts', 'faults', 'check', 'images']);

function folders(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith('.'))
    .flatMap(({ name }) => [join(folder, name), ...folders(join(folder, name))]);
}

function read(folder) {
  return parse(readFileSync(join(folder, FILE), 'utf8')) ?? {};
}

/** The other folders that a kustomization is made of. */
function parts(folder) {
  const { resources = [], components = [], bases = [] } = read(folder);
  return [...resources, ...components, ...bases]
    .filter((name) => typeof name === 'string' && !name.includes('://'))
    .map((name) => resolve(folder, name))
    .filter((path) => existsSync(join(path, FILE)));
}

function remoteCharts(folder) {
  return [
    ...(read(folder).helmCharts ?? []).filter(({ repo }) => repo).map(({ name, version }) => `${name} ${version}`),
    ...parts(folder).flatMap(remoteCharts),
  ];
}

/**
 * All kustomizations: those that stand by themselves, the components, and those with charts of others, which cannot be had here.
 */
export function kustomizations(only = []) {
  const all = folders(k8s)
    .filter((folder) => existsSync(join(folder, FILE)))
    .map((folder) => ({ folder, name: relative(k8s, folder), content: read(folder) }))
    .filter(({ name }) => only.length === 0 || only.some((part) => name === part || name.startsWith(`${part}/`)));
  const components = all.filter(({ content }) => content.kind === 'Component');
  const whole = all.filter(({ content }) => content.kind !== 'Component').map((one) => ({ ...one, remote: remoteCharts(one.folder) }));
  return {
    components,
    rendered: whole.filter(({ remote }) => remote.length === 0),
    elsewhere: whole.filter(({ remote }) => remote.length > 0),
    used: new Set(folders(k8s).filter((folder) => existsSync(join(folder, FILE))).flatMap(parts)),
  };
}

export async function render(folder) {
  const text = await run(kubectl, [
    'kustomize', '--enable-helm', '--helm-command', helm, '--load-restrictor', 'LoadRestrictionsNone', folder,
  ]);
  return resources(text);
}

/** The resources in a text, with a name for messages. */
export function resources(text) {
  return parseAllDocuments(text)
    .map((document) => {
      if (document.errors.length > 0) {
        throw document.errors[0];
      }
      return document.toJS();
    })
    .filter((content) => content?.kind)
    .flatMap((content) => (content.kind === 'List' ? content.items : [content]));
}

export function named(resource) {
  return `${resource.kind}/${resource.metadata?.name ?? '?'}`;
}
