// All rules by name. Each is given a world (world.mjs), and gives the faults that it finds, one a line, beginning with the resource.
import { configurationRules } from './configuration.mjs';
import { monitorRules } from './monitors.mjs';
import { networkRules } from './network.mjs';
import { podRules } from './pods.mjs';
import { referenceRules } from './references.mjs';
import { runningRules } from './running.mjs';

export const rules = { ...podRules, ...runningRules, ...networkRules, ...referenceRules, ...monitorRules, ...configurationRules };

/** The faults of a world, each with the rule that it breaks. */
export function broken(world) {
  return Object.entries(rules).flatMap(([rule, check]) => [...check(world)].map((says) => ({ rule, says })));
}
