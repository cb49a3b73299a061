// All that is asked of Prometheus, from what is generated, and by the runbooks.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allAlerts, sloRules } from './rules.mjs';
import { dashboards } from './dashboards/index.mjs';

/** The expressions of the dashboards, with what Grafana puts in for its variables. */
export function dashboardExpressions() {
  return dashboards.flatMap((dashboard) =>
    dashboard.panels.flatMap((panel) =>
      (panel.targets ?? [])
        .filter(() => panel.datasource?.type === 'prometheus')
        .map((target) => ({
          where: `dashboard ${dashboard.uid}, panel "${panel.title}"`,
          expr: target.expr.replaceAll('$__rate_interval', '1m').replaceAll('$instance', '.*'),
        })),
    ),
  );
}

/**
 * The series that alerts and recorded rules stand on. Of their labels only those are kept that say of whom a series is: that something has
 * failed, nobody wants to see.
 */
export function ruleSeries() {
  const all = [
    ...allAlerts.map(({ alert, expr }) => ({ where: `alert ${alert}`, expr })),
    ...sloRules.groups.flatMap((group) => group.rules.map(({ record, expr }) => ({ where: `rule ${record}`, expr }))),
  ];
  return all.flatMap(({ where, expr }) =>
    [...expr.matchAll(/\b((?:dungeon|http|jvm|process|kafka|hikaricp)_[a-z0-9_]+|up)\b(?:\{([^}]*)\})?/g)].map(([, metric, labels = '']) => {
      const kept = labels.split(',').filter((label) => /^(application|context|job|le|cause|reason)\b/.test(label));
      return { where, expr: `${metric}{${kept.join(',')}}` };
    }),
  );
}

/** What the runbooks ask with `ask '…'`. It has to be understood; that there is nothing to be seen is what one hopes for. */
export function runbookExpressions() {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../docs/runbooks');
  return readdirSync(folder).flatMap((page) =>
    [...readFileSync(join(folder, page), 'utf8').matchAll(/^ask '(.*)'$/gm)].map(([, expr]) => ({ where: `docs/runbooks/${page}`, expr })),
  );
}
