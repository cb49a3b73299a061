/** For tests: a canvas that keeps what is drawn on it, and as much of a page as a renderer needs. */
export interface DrawCall {
  /** A method, or a property that was set. */
  readonly name: string;
  readonly values: readonly unknown[];
}

export interface Recording {
  readonly context: CanvasRenderingContext2D;
  readonly calls: DrawCall[];
  /** How often a method was called. */
  count(name: string): number;
}

export interface RecordingPage {
  readonly container: HTMLElement;
  /** Of each canvas, in the order in which they were made. */
  readonly recordings: Recording[];
}

const GRADIENT = { addColorStop: (): void => undefined };

export function recordingContext(): Recording {
  const calls: DrawCall[] = [];
  const properties = new Map<string, unknown>([['globalAlpha', 1]]);
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get(_, name) {
      const key = String(name);
      if (properties.has(key)) {
        return properties.get(key);
      }
      return (...values: unknown[]) => {
        calls.push({ name: key, values });
        return key.startsWith('create') ? GRADIENT : undefined;
      };
    },
    set(_, name, value) {
      properties.set(String(name), value);
      calls.push({ name: String(name), values: [value] });
      return true;
    },
  });
  return { context, calls, count: (name) => calls.filter((call) => call.name === name).length };
}

export function recordingPage(width: number, height: number): RecordingPage {
  const recordings: Recording[] = [];
  const createElement = (): unknown => {
    const recording = recordingContext();
    recordings.push(recording);
    return {
      width: 0,
      height: 0,
      style: {},
      getContext: () => recording.context,
      setAttribute: () => undefined,
      remove: () => undefined,
    };
  };
  const container = {
    clientWidth: width,
    clientHeight: height,
    ownerDocument: { createElement, defaultView: { devicePixelRatio: 1 } },
    append: () => undefined,
  };
  return { container: container as unknown as HTMLElement, recordings };
}
