// Our charts: the lint of helm, and each combination of values that tests/ of a chart names, which has to render or to be refused as it says.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { k8s, resources } from './render.mjs';
import { helm, run } from './tools.mjs';

const folder = join(k8s, 'charts');

export function charts() {
  return existsSync(folder) ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'Chart.yaml'))) : [];
}

/** The values to try with a chart: none, and each file in its tests, whose comments say what it gives and lacks, or with what it is refused. */
function cases(chart) {
  const tests = join(folder, chart, 'tests');
  const files = existsSync(tests) ? readdirSync(tests).filter((name) => name.endsWith('.yaml')).sort() : [];
  return [
    { name: `${chart} as it is`, args: [] },
    ...files.map((file) => {
      const path = join(tests, file);
      const notes = (word) => [...readFileSync(path, 'utf8').matchAll(new RegExp(`^# ${word}: (.*)$`, 'gm'))].map(([, text]) => text);
      return { name: `${chart} with ${file}`, args: ['--values', path], refused: notes('refused')[0], gives: notes('gives'), lacks: notes('lacks') };
    }),
  ];
}

/** Lints and renders; gives the resources of each combination, and what is wrong. */
export async function tryCharts() {
  const results = { tried: 0, refused: 0, renderings: [], problems: [] };
  await Promise.all(
    charts().flatMap((chart) =>
      cases(chart).map(async ({ name, args, refused, gives = [], lacks = [] }) => {
        results.tried++;
        try {
          if (!refused) {
            await run(helm, ['lint', '--strict', '--quiet', join(folder, chart), ...args]);
          }
          const text = await run(helm, ['template', 'dungeon', join(folder, chart), '--namespace', 'dungeon', ...args]);
          if (refused) {
            results.problems.push(`${name}: is rendered, and should be refused: ${refused}`);
          } else {
            results.renderings.push({ name, resources: resources(text) });
            results.problems.push(
              ...gives.filter((one) => !text.includes(one)).map((one) => `${name}: does not give ${one}`),
              ...lacks.filter((one) => text.includes(one)).map((one) => `${name}: gives ${one}`),
            );
          }
        } catch (e) {
          if (!refused) {
            results.problems.push(`${name}: ${e.message}`);
          } else if (!e.message.includes(refused)) {
            results.problems.push(`${name}: is not refused with "${refused}" but: ${e.message}`);
          } else {
            results.refused++;
          }
        }
      }),
    ),
  );
  results.renderings.sort((one, other) => (one.name < other.name ? -1 : 1));
  return results;
}
