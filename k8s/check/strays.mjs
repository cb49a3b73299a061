// Hosts of images and charts, and their versions, stand in versions.yaml and nowhere else.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { k8s } from './render.mjs';
import { versions } from './versions.mjs';

const SKIPPED = new Set(['node_modules', 'schemas']);
const TEXT = /\.(ya?ml|json|md|tpl|txt|mjs|sh)$/;

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? (SKIPPED.has(entry.name) ? [] : files(path)) : TEXT.test(entry.name) ? [path] : [];
  });
}

/** Where images and charts come from, without the scheme; and the hosts of images, whatever comes behind them. */
function places() {
  const values = Object.entries(versions).filter(([key]) => /\.(image|repo|registry)$/.test(key));
  const hosts = values.filter(([key]) => !key.endsWith('.repo')).map(([, value]) => `${value.split('/')[0]}/`);
  return [...new Set([...hosts, ...values.map(([, value]) => value.replace(/^\w+:\/\//, ''))])];
}

export function strayFaults() {
  const known = places();
  const faults = [];
  for (const file of files(k8s)) {
    const name = relative(k8s, file);
    const text = readFileSync(file, 'utf8');
    const charts = file.endsWith('kustomization.yaml') ? (parse(text)?.helmCharts ?? []).filter(({ repo }) => repo) : [];
    for (const chart of charts) {
      // Kustomize takes these from nowhere else, so they are copies, and have to be equal.
      for (const key of ['repo', 'version']) {
        const wanted = versions[`${chart.name}.${key}`];
        if (chart[key] !== wanted) {
          faults.push(`${name}: ${key} of the chart ${chart.name} is ${chart[key]}; versions.yaml has ${wanted ?? 'none'}`);
        }
      }
    }
    const stray = known.find((place) => text.includes(place));
    if (stray && name !== 'versions.yaml' && charts.length === 0) {
      faults.push(`${name}: names ${stray}, which is for versions.yaml only`);
    }
  }
  return faults;
}
