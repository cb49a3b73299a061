// What of the table of faults a run is asked for.

/** The faults that the arguments name: all, or those with a part of the name that follows --only. Fails with the names if that is none. */
export function chosen(args, faults) {
  if (args.length === 0) return faults;
  const names = `The faults are:\n${faults.map(({ name }) => `  ${name}`).join('\n')}`;
  const [option, part, ...others] = args;
  if (option !== '--only' || !part || others.length) {
    throw new Error(`${args.join(' ')} cannot be understood: nothing, or --only "<part of a fault's name>". ${names}`);
  }
  const some = faults.filter(({ name }) => name.includes(part));
  if (some.length === 0) throw new Error(`No fault has "${part}" in its name. ${names}`);
  return some;
}
