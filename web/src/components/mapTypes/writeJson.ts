const LINE_MAXIMUM = 80;

/** JSON as a person would write it: what fits on a line stays on one. */
export function writeJson(value: unknown, indent = '', room = LINE_MAXIMUM): string {
  const onOneLine = JSON.stringify(value) ?? 'null';
  const spaced = onOneLine.length < LINE_MAXIMUM ? oneLine(value) : onOneLine;
  if (typeof value !== 'object' || value === null || indent.length + spaced.length <= room) return spaced;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => deeper + writeJson(item, deeper, room)).join(',\n')}\n${indent}]`;
  }
  const fields = Object.entries(value).map(([name, field]) => `${deeper}${JSON.stringify(name)}: ${writeJson(field, deeper, room)}`);
  return `{\n${fields.join(',\n')}\n${indent}}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).map(([name, field]) => `${JSON.stringify(name)}: ${oneLine(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
