// Each rule has to catch its planted fault, and nothing else may: tests/faults/good.yaml breaks no rule, and each file beside it changes
// one thing in it, or is a file in which a host or a version stands that does not belong there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, parse } from 'yaml';
import { k8s, resources } from './render.mjs';
import { knownImages } from './rules/configuration.mjs';
import { broken, rules } from './rules/index.mjs';
import { straysIn } from './strays.mjs';
import { strictFaults } from './strict.mjs';
import { versions } from './versions.mjs';
import { World } from './world.mjs';

const folder = join(k8s, 'tests/faults');
const GOOD = 'good.yaml';

function read(name) {
  return readFileSync(join(folder, name), 'utf8');
}

/** The good resources with a fault's changes: at a place in a resource, a value or, without one, nothing. */
function changed(good, fault) {
  const copy = structuredClone(good);
  for (const { in: where, at, to, add, remove } of fault.changes ?? []) {
    const index = copy.findIndex(({ kind, metadata }) => `${kind}/${metadata.name}` === where);
    if (add) {
      copy.push(add);
    } else if (index < 0) {
      throw new Error(`${where} is not in ${GOOD}`);
    } else if (remove) {
      copy.splice(index, 1);
    } else {
      const document = new Document(copy[index]);
      const path = at.split('/').slice(1).map((step) => step.replaceAll('~1', '/')).map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      if (to === undefined) {
        document.deleteIn(path);
      } else {
        document.setIn(path, document.createNode(to));
      }
      copy[index] = document.toJS();
    }
  }
  return copy;
}

/** What the rules and the strict validation say of each of several worlds. */
async function found(worlds, provided) {
  // All at once, because the compiler takes its time at each start.
  const strict = await strictFaults(worlds.flat());
  return worlds.map((world) => [
    ...strict.filter(({ resource }) => world.includes(resource)).map(({ says }) => ({ rule: 'strict', says })),
    ...broken(new World(world, [], provided)),
  ]);
}

/** What is wrong with the rules: a fault that none caught, or another than it should, and rules that catch nothing. */
export async function faultsOfRules(provided) {
  const good = resources(read(GOOD).replaceAll('KNOWN_IMAGE', [...knownImages()][0]));
  const files = readdirSync(folder).filter((name) => name !== GOOD && name.endsWith('.yaml'));
  const faults = files.map((name) => ({ name, ...parse(read(name)) }));
  const [ofGood, ...ofFaults] = await found([good, ...faults.map((fault) => changed(good, fault))], provided);

  const problems = ofGood.map(({ rule, says }) => `${GOOD}: breaks ${rule}: ${says}`);
  faults.forEach(({ name, rule, says, file, also = [] }, index) => {
    const stray = file ? straysIn(file.name, file.text.replaceAll('KNOWN_PLACE', versions['postgresql.image'])) : [];
    const all = [...ofFaults[index], ...stray.map((one) => ({ rule: 'stray', says: one.replaceAll(versions['postgresql.image'].split('/')[0], 'HOST') }))];
    if (!all.some((one) => one.rule === rule && one.says === says)) {
      problems.push(`${name}: ${rule} does not say: ${says}`);
    }
    for (const other of all.filter((one) => !(one.rule === rule && one.says === says) && !also.includes(one.rule))) {
      problems.push(`${name}: ${other.rule} says too: ${other.says}`);
    }
  });
  const caught = new Set(faults.map(({ rule }) => rule));
  for (const rule of [...Object.keys(rules), 'strict', 'stray'].filter((one) => !caught.has(one))) {
    problems.push(`${rule}: no file in tests/faults shows that it catches anything`);
  }
  return { planted: files.length, problems };
}
