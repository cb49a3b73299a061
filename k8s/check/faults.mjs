// Each rule has to catch its planted fault, and nothing else may: tests/faults/good.yaml breaks no rule, and each file beside it changes
// one thing in it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, parse } from 'yaml';
import { k8s, resources } from './render.mjs';
import { knownImages } from './rules/configuration.mjs';
import { broken, rules } from './rules/index.mjs';
import { strictFaults } from './strict.mjs';
import { World } from './world.mjs';

const folder = join(k8s, 'tests/faults');
const GOOD = 'good.yaml';

function read(name) {
  return readFileSync(join(folder, name), 'utf8');
}

/** The good resources with a fault's changes: at a place in a resource, a value or, without one, nothing. */
function changed(good, fault) {
  const copy = structuredClone(good);
  for (const { in: where, at, to, add, remove } of fault.changes) {
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

async function found(world, provided) {
  const strict = (await strictFaults(world)).map((says) => ({ rule: 'strict', says }));
  return [...strict, ...broken(new World(world, [], provided))];
}

/** What is wrong with the rules: a fault that none caught, or another than it should, and rules that catch nothing. */
export async function faultsOfRules(provided) {
  const problems = [];
  const good = resources(read(GOOD).replaceAll('KNOWN_IMAGE', [...knownImages()][0]));
  for (const { rule, says } of await found(good, provided)) {
    problems.push(`${GOOD}: breaks ${rule}: ${says}`);
  }
  const files = readdirSync(folder).filter((name) => name !== GOOD && name.endsWith('.yaml'));
  const caught = new Set();
  for (const name of files) {
    const fault = parse(read(name));
    const all = await found(changed(good, fault), provided);
    const right = all.filter(({ rule, says }) => rule === fault.rule && says === fault.says);
    if (right.length === 0) {
      problems.push(`${name}: ${fault.rule} does not say: ${fault.says}${all.map(({ rule, says }) => `\n    but ${rule}: ${says}`).join('')}`);
    }
    for (const { rule, says } of all.filter((one) => one.rule !== fault.rule)) {
      problems.push(`${name}: is caught by ${rule} too: ${says}`);
    }
    caught.add(fault.rule);
  }
  for (const rule of [...Object.keys(rules), 'strict'].filter((one) => !caught.has(one))) {
    problems.push(`${rule}: no file in tests/faults shows that it catches anything`);
  }
  return { planted: files.length, problems };
}
