// Hosts of images and charts, and their versions, stand in versions.yaml and nowhere else.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { k8s } from './render.mjs';
import { versions } from './versions.mjs';

const SKIPPED = new Set(['node_modules', 'schemas', 'target']);
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

/** What is wrong with a file of that name. */
export function straysIn(name, text) {
  const charts = name.endsWith('kustomization.yaml') ? (parse(text)?.helmCharts ?? []).filter(({ repo }) => repo) : [];
  if (charts.length > 0) {
    // Kustomize takes these from nowhere else, so they are copies, and have to be equal.
    return charts.flatMap((chart) => {
      const wanted = (key) => versions[`${chart.name}.${key}`];
      return wanted('version') === undefined
        ? [`${name}: has the chart ${chart.name}, which versions.yaml does not know`]
        : ['repo', 'version'].filter((key) => chart[key] !== wanted(key)).map((key) => `${name}: ${key} of the chart ${chart.name} is ${chart[key]}; versions.yaml has ${wanted(key)}`);
    });
  }
  const stray = places().find((place) => text.includes(place));
  return stray ? [`${name}: names ${stray}, which is for versions.yaml only`] : [];
}

export function strays() {
  const all = files(k8s).filter((file) => relative(k8s, file) !== 'versions.yaml');
  return { checked: all.length, found: all.flatMap((file) => straysIn(relative(k8s, file), readFileSync(file, 'utf8'))) };
}
