// Asks a Prometheus over a running platform for every expression of the dashboards and the runbooks and every series of the rules. Whatever has no answer is named,
// and ends this with 1. Used as: node src/checkLive.mjs http://127.0.0.1:9090
import { dashboardExpressions, ruleSeries, runbookExpressions } from './expressions.mjs';

const [url = 'http://127.0.0.1:9090'] = process.argv.slice(2);
const asked = [...dashboardExpressions(), ...ruleSeries(), ...runbookExpressions().map((one) => ({ ...one, mayBeEmpty: true }))];
const faults = [];
for (const { where, expr, mayBeEmpty } of asked) {
  const response = await fetch(`${url}/api/v1/query?query=${encodeURIComponent(expr)}`);
  const answer = await response.json();
  if (answer.status !== 'success') faults.push(`${where}: ${answer.error}\n    ${expr}`);
  else if (answer.data.result.length === 0 && !mayBeEmpty) faults.push(`${where}: nothing\n    ${expr}`);
}
const rules = (await (await fetch(`${url}/api/v1/rules`)).json()).data.groups.flatMap((group) => group.rules);
rules.filter((rule) => rule.health === 'err').forEach((rule) => faults.push(`rule ${rule.name}: ${rule.lastError}`));
faults.forEach((fault) => console.error(fault));
console.log(`${asked.length} expressions and ${rules.length} rules asked of ${url}: ${faults.length} without an answer`);
process.exitCode = faults.length ? 1 : 0;
