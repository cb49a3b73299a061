import type { Fault } from '../../api/problems';

/** The value at a JSON pointer; undefined if there is none. */
function valueAt(json: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1).map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined), json);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The faults whose places are still as they were when the plan was sent; what has been touched since may be mended. */
export function openFaults<Placed extends Fault>(faults: readonly Placed[], sent: unknown, written: unknown): Placed[] {
  return faults.filter(({ pointer }) => isSame(valueAt(sent, pointer), valueAt(written, pointer)));
}
