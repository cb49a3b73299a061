/** Where a JSON text is at fault itself. */
export interface SyntaxFault {
  readonly line: number;
  readonly offset: number;
}

export interface JsonLines {
  /** The line, from 1, on which the value of each JSON pointer begins; for a field, that of its name. */
  readonly lines: ReadonlyMap<string, number>;
  readonly fault: SyntaxFault | null;
}

class FaultAt extends Error {
  constructor(readonly offset: number) {
    super(`no JSON at ${offset}`);
  }
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const escapeName = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Reads JSON for the places of its values only; `JSON.parse` has them for nothing and tells of a fault differently in each browser. */
class Reader {
  private offset = 0;
  readonly offsets = new Map<string, number>();

  constructor(private readonly text: string) {}

  readAll(): void {
    this.skipSpace();
    this.readValue('', this.offset);
    if (this.offset < this.text.length) throw new FaultAt(this.offset);
  }

  private readValue(pointer: string, beginning: number): void {
    this.offsets.set(pointer, beginning);
    const first = this.text[this.offset];
    if (first === '{') this.readList('}', () => this.readField(pointer));
    else if (first === '[') this.readList(']', (index) => this.readValue(`${pointer}/${index}`, this.offset));
    else if (first === '"') this.take(STRING);
    else this.take(SCALAR);
    this.skipSpace();
  }

  private readField(pointer: string): void {
    const beginning = this.offset;
    const name: unknown = JSON.parse(this.take(STRING));
    this.skipSpace();
    this.expect(':');
    this.readValue(`${pointer}/${escapeName(String(name))}`, beginning);
  }

  private readList(end: string, readItem: (index: number) => void): void {
    this.offset++;
    this.skipSpace();
    if (this.text[this.offset] === end) {
      this.offset++;
      return;
    }
    for (let index = 0; ; index++) {
      readItem(index);
      if (this.text[this.offset] === end) {
        this.offset++;
        return;
      }
      this.expect(',');
    }
  }

  private expect(char: string): void {
    if (this.text[this.offset] !== char) throw new FaultAt(this.offset);
    this.offset++;
    this.skipSpace();
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) throw new FaultAt(this.offset);
    this.offset += found.length;
    return found;
  }

  private skipSpace(): void {
    this.take(SPACE);
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lines of all values of a text; as far as it is JSON, if it is not all. */
export function jsonLines(text: string): JsonLines {
  const reader = new Reader(text);
  const starts = lineStarts(text);
  let fault: SyntaxFault | null = null;
  try {
    reader.readAll();
  } catch (error) {
    const offset = error instanceof FaultAt ? error.offset : 0;
    fault = { line: lineOf(starts, offset), offset };
  }
  return { lines: new Map([...reader.offsets].map(([pointer, offset]) => [pointer, lineOf(starts, offset)])), fault };
}

/** The line of a pointer, or of what is nearest around it where the place itself is missing. */
export function lineOfPointer({ lines }: JsonLines, pointer: string): number {
  let around = pointer;
  while (!lines.has(around) && around !== '') around = around.slice(0, Math.max(0, around.lastIndexOf('/')));
  return lines.get(around) ?? 1;
}
