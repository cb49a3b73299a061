// Proves of k8s/ what can be proved without a cluster: node check.mjs [folder of k8s/]…
// Prints one table, and below it each fault in a line; ends with 1 if there is one. README.md of k8s/ says what is checked and what is not.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { tryCharts } from './charts.mjs';
import { faultsOfRules } from './faults.mjs';
import { k8s, kustomizations, render } from './render.mjs';
import { isSettingsPage } from './rules/configuration.mjs';
import { broken, rules } from './rules/index.mjs';
import { strictFaults } from './strict.mjs';
import { strays } from './strays.mjs';
import { unpackTools } from './tools.mjs';
import { World } from './world.mjs';

const started = Date.now();
const rows = [];
const problems = [];

function row(what, checked, found) {
  rows.push([what, checked, String(found.length)]);
  problems.push(...found);
}

async function rendered(folders) {
  const faults = [];
  const renderings = await Promise.all(
    folders.map(async ({ name, folder }) => {
      try {
        return { name, resources: await render(folder) };
      } catch (e) {
        faults.push(`${name}: ${e.message}`);
        return { name, resources: [] };
      }
    }),
  );
  return { renderings, faults };
}

/** Says where a fault is once, however many renderings have it. */
function once(renderings, faultsOf) {
  const places = new Map();
  for (const { name, resources } of renderings) {
    for (const fault of faultsOf(resources)) {
      places.set(fault, (places.get(fault) ?? new Set()).add(name));
    }
  }
  return [...places].map(([fault, names]) => `${[...names].join(', ')}: ${fault}`);
}

/** Equal resources of several renderings are looked at once. */
async function strict(renderings) {
  const unique = new Map(renderings.flatMap(({ resources }) => resources).map((resource) => [JSON.stringify(resource), resource]));
  const found = await strictFaults([...unique.values()]);
  const saysOf = (resource) => found.filter((fault) => JSON.stringify(fault.resource) === JSON.stringify(resource)).map(({ says }) => says);
  return { checked: unique.size, found: found.length > 0 ? once(renderings, (resources) => resources.flatMap(saysOf)) : [] };
}

unpackTools();
const only = process.argv.slice(2);
const { rendered: whole, components, elsewhere, used } = kustomizations(only);
const everything = only.length > 0 ? kustomizations().rendered : whole;

const [{ renderings: all, faults }, charts] = await Promise.all([rendered(everything), tryCharts()]);
const renderings = all.filter(({ name }) => whole.some((one) => one.name === name));
const providedFile = join(k8s, 'provided.yaml');
const provided = existsSync(providedFile) ? (parse(readFileSync(providedFile, 'utf8')) ?? []) : [];
const neighbours = all.flatMap(({ resources }) => resources);

row('charts: lint and combinations of values', `${charts.tried}, of which ${charts.refused} are refused`, charts.problems);
row('renderings', `${whole.length} folders`, [
  ...faults,
  ...components.filter(({ folder }) => !used.has(folder)).map(({ name }) => `${name}: nothing uses this component`),
]);
const { checked, found } = await strict([...renderings, ...charts.renderings]);
row('strict validation, unknown keys', `${checked} resources`, found);
const rulesOf = (resources, { except = [], among = neighbours } = {}) =>
  broken(new World(resources, among, provided))
    .filter(({ rule }) => !except.includes(rule))
    .map(({ rule, says }) => `${says} [${rule}]`);
// An overlay is an installation, so it has all that it refers to; other folders are parts of one, and may refer to each other.
const isOverlay = ({ name }) => /^overlays\/[^/]+$/.test(name);
const isPart = (rendering) => !isOverlay(rendering) && whole.some(({ name, folder }) => name === rendering.name && used.has(folder));
const isWhole = (rendering) => !isOverlay(rendering) && !isPart(rendering);
row('rules: policies and references', `${Object.keys(rules).length} rules`, [
  ...(isSettingsPage() ? [] : ['docs/settings.md: has no tables of settings to hold variables against']),
  ...once(renderings.filter(isOverlay), (resources) => rulesOf(resources, { among: [] })),
  ...once(renderings.filter(isWhole), (resources) => rulesOf(resources)),
  // What others are made of is given its images by them.
  ...once(renderings.filter(isPart), (resources) => rulesOf(resources, { except: ['image-of-versions'] })),
  // By itself, a chart has images without a registry.
  ...(only.length > 0 ? [] : once(charts.renderings, (resources) => rulesOf(resources, { except: ['image-of-versions'] }))),
]);
if (only.length === 0) {
  const idle = provided.filter(({ used: isUsed }) => !isUsed);
  row('what comes from elsewhere', `${provided.length} entries`, idle.map(({ kind, name }) => `provided.yaml: nothing refers to ${kind}/${name}`));
}
const stray = strays();
row('strays: hosts and versions', `${stray.checked} files`, stray.found);
if (only.length === 0) {
  const { planted, problems: uncaught } = await faultsOfRules(provided);
  row('planted faults', `${planted} faults`, uncaught);
}
for (const { name, remote } of elsewhere) {
  rows.push([`not rendered: ${name}`, remote.join(', '), '-']);
}

const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column].length), ['what', 'checked', 'faults'][column].length));
const line = (cells) => cells.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd();
console.log([line(['what', 'checked', 'faults']), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n'));
problems.forEach((problem) => console.log(`  ${problem}`));
console.log(`${problems.length === 0 ? 'No fault' : `${problems.length} faults`} in k8s/, after ${Math.round((Date.now() - started) / 1000)} s.`);
process.exitCode = problems.length === 0 ? 0 : 1;
