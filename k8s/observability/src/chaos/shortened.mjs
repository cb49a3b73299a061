// The rules as they are, with all that is time in them divided by one factor: what they wait for, the windows that they look at, and the seconds by
// which a rate becomes a number. Bounds and labels stay, so that the rules that are tried are those that are used.
const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds of a time in Prometheus' form, such as 5m. */
export function seconds(time) {
  const [, number, unit] = time.match(/^(\d+)([smhd])$/) ?? [];
  if (!unit) throw new Error(`${time} is no time such as 5m`);
  return Number(number) * UNITS[unit];
}

const divided = (time, factor) => {
  const whole = seconds(time) / factor;
  if (!Number.isInteger(whole)) throw new Error(`${time} divided by ${factor} is no whole number of seconds`);
  return `${whole}s`;
};

/** An expression in shorter time. */
export const shortExpression = (expr, factor) =>
  expr
    .replace(/\[(\w+)\]/g, (_, time) => `[${divided(time, factor)}]`)
    .replace(/\boffset (\w+)/g, (_, time) => `offset ${divided(time, factor)}`)
    .replace(/(dungeon:\w+:rate(\w+)) \* (\d+)/g, (_, series, window, number) => {
      if (Number(number) !== seconds(window)) throw new Error(`${series} is multiplied by ${number}, and not by the seconds of its window`);
      return `${series} * ${Number(number) / factor}`;
    });

/** Groups of rules in shorter time. */
export const shortened = ({ groups }, factor) => ({
  groups: groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => ({
      ...rule,
      expr: shortExpression(rule.expr, factor),
      ...(rule.for && { for: divided(rule.for, factor) }),
    })),
  })),
});

/** Within how many seconds a rule promises to fire when all is bad: what it looks at, and what it waits for. */
export function promised({ expr, labels, for: pending = '0s' }) {
  const windows = [...expr.matchAll(/\[(\w+)\]/g)].map(([, time]) => seconds(time));
  if (labels.long) windows.push(seconds(labels.long));
  return Math.max(0, ...windows) + seconds(pending);
}

/** An expression with what was recorded for it put in its place, so that it can be asked of a Prometheus that has not recorded it. */
export function unrecorded(expr, { groups }) {
  const recorded = new Map(groups.flatMap(({ rules }) => rules).map(({ record, expr: of }) => [record, of]));
  return expr.replace(/dungeon:\w+:\w+/g, (name) => `(${recorded.get(name)})`);
}
