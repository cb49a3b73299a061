// The few kinds of panels that all dashboards are made of.
import { DashboardBuilder, DatasourceVariableBuilder, QueryVariableBuilder, RowBuilder, TextBoxVariableBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder as PrometheusQuery } from '@grafana/grafana-foundation-sdk/prometheus';
import { DataqueryBuilder as LokiQuery } from '@grafana/grafana-foundation-sdk/loki';
import { PanelBuilder as TimeSeries } from '@grafana/grafana-foundation-sdk/timeseries';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';
import { ReduceDataOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as Logs } from '@grafana/grafana-foundation-sdk/logs';

const PROMETHEUS = { type: 'prometheus', uid: '${prometheus}' };
const LOKI = { type: 'loki', uid: '${loki}' };

const queries = (pairs) =>
  pairs.map(([expr, legend], i) => new PrometheusQuery().expr(expr).legendFormat(legend).refId(String.fromCharCode(65 + i)));

const filled = (panel, title, description, unit, pairs) => {
  panel.title(title).description(description).unit(unit).datasource(PROMETHEUS);
  queries(pairs).forEach((query) => panel.withTarget(query));
  return panel;
};

/** Lines over time. `pairs` are expressions with their legends. */
export const lines = (title, description, unit, ...pairs) =>
  filled(new TimeSeries(), title, description, unit, pairs).span(12).height(8).min(0);

/** One number, now. */
export const number = (title, description, unit, ...pairs) =>
  filled(new Stat().reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull'])), title, description, unit, pairs).span(4).height(4);

export const logs = (title, description, expr) =>
  new Logs()
    .title(title)
    .description(description)
    .datasource(LOKI)
    .withTarget(new LokiQuery().expr(expr).refId('A'))
    .span(24)
    .height(10);

export const row = (title, ...panels) => ({ title, panels });

/** Which instances are shown; the label is that of the scrape. */
const instances = (application) =>
  new QueryVariableBuilder('instance')
    .label('Instance')
    .datasource(PROMETHEUS)
    .query({ qryType: 1, query: `label_values(process_uptime_seconds{application=~"${application}"}, instance)`, refId: 'instances' })
    .multi(true)
    .includeAll(true)
    .allValue('.*');

export function dashboard({ uid, title, description, application, game = false }, ...rows) {
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags(['dungeon'])
    .refresh('10s')
    .time({ from: 'now-1h', to: 'now' })
    .timezone('browser')
    .readonly()
    .withVariable(new DatasourceVariableBuilder('prometheus').label('Metrics').type('prometheus'));
  if (game) {
    builder
      .withVariable(new DatasourceVariableBuilder('loki').label('Logs').type('loki'))
      .withVariable(new TextBoxVariableBuilder('gameId').label('Game (its id, for the logs)'));
  }
  if (application) builder.withVariable(instances(application));
  for (const { title: heading, panels } of rows) {
    builder.withRow(new RowBuilder(heading));
    panels.forEach((panel) => builder.withPanel(panel));
  }
  return builder.build();
}

export const quantiles = (metric, selector, by = []) =>
  [0.5, 0.95, 0.99].map((q) => [
    `histogram_quantile(${q}, sum by (${['le', ...by].join(', ')}) (rate(${metric}_bucket${selector}[$__rate_interval])))`,
    [...by.map((label) => `{{${label}}}`), `p${q * 100}`].join(' '),
  ]);
