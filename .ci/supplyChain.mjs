// What the dungeon consists of: node .ci/supplyChain.mjs [--write], after mvn -Psupply-chain validate, which writes target/bom.json.
// Writes target/web.cdx.json for the page, and target/fetched.cdx.json for the programs that a build unpacks, if one has. Fails if a licence
// is not allowed, or if NOTICE does not say what is there; with --write, writes NOTICE.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { componentsIn } from './jars.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const licences = JSON.parse(read('.ci/licences.json'));

function read(file) {
  return readFileSync(join(root, file), 'utf8');
}

function write(file, text) {
  writeFileSync(join(root, file), text);
}

function fail(...lines) {
  console.error(lines.join('\n'));
  process.exit(1);
}

/** "(A OR B)" is taken for its parts: whoever offers several has to offer one that is allowed, and here all are. */
function licencesOf(component) {
  return (component.licenses ?? [])
    .flatMap(({ expression, license }) => expression?.replace(/[()]/g, '').split(/ OR /) ?? [license.id ?? license.name])
    .map((name) => licences.spellings[name] ?? name);
}

function described(component) {
  const name = component.group ? `${component.group}:${component.name}` : component.name;
  const chosen = licences.chosen[name];
  return { name, version: component.version, licences: chosen ? [chosen.licence] : [...new Set(licencesOf(component))].sort() };
}

function line({ name, version, licences: names }) {
  return `${name} ${version} (${names.join(', ')})`;
}

function byName(one, other) {
  return one.name < other.name ? -1 : 1;
}

function ofTheServices() {
  const own = (component) => component.group === 'dungeon';
  return JSON.parse(read('target/bom.json')).components.filter((component) => !own(component)).map(described).sort(byName);
}

/** What the page depends on; npm leaves out Vue as well if it is told to omit what only builds need, because those need Vue, too. */
function bomOfThePage() {
  const bom = JSON.parse(execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], { cwd: join(root, 'web'), encoding: 'utf8' }));
  const kept = new Set(
    Object.entries(JSON.parse(read('web/package-lock.json')).packages)
      .filter(([, { dev }]) => !dev)
      .map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')} ${version}`),
  );
  const components = bom.components.filter(({ name, version }) => kept.has(`${name} ${version}`));
  const refs = new Set([bom.metadata.component['bom-ref'], ...components.map((component) => component['bom-ref'])]);
  const dependencies = bom.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) }));
  // Without the time and the number of this run, the same page gives the same file.
  const { timestamp, ...metadata } = bom.metadata;
  const { serialNumber, ...rest } = bom;
  return { ...rest, metadata, components, dependencies };
}

/** What the bundle names as its own; the rest is only used to make it. */
function ofThePage() {
  const bom = bomOfThePage();
  write('target/web.cdx.json', `${JSON.stringify(bom, null, 2)}\n`);
  const named = [...`\n\n${read('web/dist/licences.txt')}`.matchAll(/(?<=(?:^|-{80})\n\n)(\S+) (\d\S+)(?=\n\n)/g)].map(([, name, version]) => ({ name, version }));
  return named.map(
    (one) =>
      bom.components.map(described).find(({ name, version }) => name === one.name && version === one.version) ??
      fail(`web/dist/licences.txt names ${one.name} ${one.version}, and web/package-lock.json has no such package for the page.`),
  );
}

function fetched() {
  const pom = read('pom.xml');
  return licences.fetched.map(({ what, property, licence }) => {
    const version = new RegExp(`<${property}>(.*)</${property}>`).exec(pom)?.[1];
    return `${what}, ${version ?? fail(`.ci/licences.json names ${property}, and pom.xml has none.`)}: ${licence}`;
  });
}

const services = ofTheServices();
const page = ofThePage();

const refused = [...services, ...page].filter(({ licences: names }) => names.length === 0 || names.some((name) => !licences.allowed.includes(name)));
if (refused.length > 0) {
  fail('Licences that .ci/licences.json does not allow; allow them there, or choose one of several with a reason:', ...refused.map((one) => `  ${line(one)}`));
}
const known = new Set([...services, ...page].map(({ name }) => name));
const unused = Object.keys(licences.chosen).filter((name) => !known.has(name));
if (unused.length > 0) fail(`.ci/licences.json chooses a licence for what is not there any more: ${unused.join(', ')}`);

const notice = [
  'Microservice Dungeon',
  '',
  'This product is licensed under the Apache License, Version 2.0; see LICENSE. It is run with the software below, under the licences named',
  'with it. Made by .ci/supplyChain.mjs.',
  '',
  '## Libraries of the services, the connectors, the players and the tools',
  '',
  ...services.map(line),
  '',
  '## In the page; the texts of these licences are in licences.txt beside it',
  '',
  ...page.map(line),
  '',
  '## Programs that are fetched as they are',
  '',
  ...fetched(),
  '',
].join('\n');
if (process.argv.includes('--write')) {
  write('NOTICE', notice);
} else if (read('NOTICE') !== notice) {
  fail('NOTICE does not say what is there: run node .ci/supplyChain.mjs --write and commit it.');
}

const unpacked = ['standalone/target/registry', 'connectors/worker/target/plugins'].flatMap((folder) => componentsIn(join(root, folder)));
if (unpacked.length > 0) {
  write('target/fetched.cdx.json', `${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components: unpacked }, null, 2)}\n`);
}
console.log(`NOTICE is fresh: ${services.length} libraries, ${page.length} packages in the page; ${unpacked.length} jars in programs that were fetched.`);
