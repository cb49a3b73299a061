// What the alerts that were seen say of a fault.
import { isStarved } from './canary.mjs';
import { OF_LATENCY } from './faults.mjs';

/** What was not as it should be, each in a text. `within` gives the seconds within which an alert has to fire. */
export function shortcomings(fault, watch, share, within) {
  const found = unjudged(fault, watch).map((name) => `${name} fired before the fault already, so nothing can be said of it`);
  for (const name of fault.fires.filter((each) => !watch.firedBefore.has(each))) {
    const seen = watch.seen.get(name);
    if (!seen) found.push(`${name} did not fire`);
    else if (seen.fired > within(name)) found.push(`${name} fired after ${seen.fired} s only`);
    else if (seen.flapped) found.push(`${name} was resolved before anything was mended`);
  }
  for (const [name, seen] of watch.seen) if (excuse(fault, name, seen, share) === undefined) found.push(`${name} fired too`);
  return found;
}

/** Alerts that the fault should make fire, and that fired before it. */
export const unjudged = (fault, watch) => fault.fires.filter((name) => watch.firedBefore.has(name));

/** Why an alert may fire: nothing to be said if it has to, and undefined if it must not. */
export function excuse(fault, name, { inRealTime }, share) {
  if (fault.fires.includes(name)) return '';
  if (name in (fault.may ?? {})) return ' (may)';
  if (fault.brief && !inRealTime) return ' (not in real time)';
  if (OF_LATENCY.includes(name) && isStarved(share)) return ' (of the machine)';
  return undefined;
}
