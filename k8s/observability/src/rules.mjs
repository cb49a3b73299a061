// The rules in the form of Prometheus: recording rules of the levels of service, and all alerts, each with the link to its runbook.
import { burnAlerts, recordingGroups } from './slos.mjs';
import { alerts } from './alerts.mjs';

// Where the pages are read: in the repository, or where an installation publishes them.
const RUNBOOKS = 'docs/runbooks';

export const allAlerts = [...burnAlerts(), ...alerts];

const rule = ({ alert, expr, for: pending, severity, labels = {}, summary, description }) => ({
  alert,
  expr,
  ...(pending && { for: pending }),
  labels: { severity, ...labels },
  annotations: { summary, description, runbook: `${RUNBOOKS}/${alert}.md` },
});

export const sloRules = { groups: recordingGroups() };

export const alertRules = {
  groups: [
    { name: 'dungeon-slo-alerts', rules: burnAlerts().map(rule) },
    { name: 'dungeon-alerts', rules: alerts.map(rule) },
  ],
};
