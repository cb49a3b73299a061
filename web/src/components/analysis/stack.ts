export interface Sale {
  readonly atMs: number;
  readonly series: string;
  readonly amount: number;
}

export interface Segment {
  readonly series: string;
  /** Of the amounts below it in the bar, and with its own. */
  readonly from: number;
  readonly to: number;
}

export interface Bar {
  readonly fromMs: number;
  readonly toMs: number;
  readonly total: number;
  readonly segments: readonly Segment[];
}

/** Sums amounts up in bars of equal time, series upon series in the order of `series`. What lies outside the time is left out. */
export function stack(sales: readonly Sale[], series: readonly string[], fromMs: number, toMs: number, barCount: number): Bar[] {
  const barMs = (toMs - fromMs) / barCount;
  const sums = Array.from({ length: barCount }, () => new Map<string, number>());
  for (const { atMs, series: name, amount } of sales) {
    const sum = sums[Math.floor((atMs - fromMs) / barMs)];
    sum?.set(name, (sum.get(name) ?? 0) + amount);
  }
  return sums.map((sum, index) => {
    const segments: Segment[] = [];
    let total = 0;
    for (const name of series) {
      const amount = sum.get(name) ?? 0;
      if (amount > 0) segments.push({ series: name, from: total, to: total + amount });
      total += amount;
    }
    return { fromMs: fromMs + index * barMs, toMs: fromMs + (index + 1) * barMs, total, segments };
  });
}

/** Round values from 0 on that reach `maximum`, about `count` of them: steps of 1, 2 or 5 times a power of ten. */
export function ticks(maximum: number, count: number): number[] {
  if (maximum <= 0) return [0];
  const rough = maximum / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  return Array.from({ length: Math.ceil(maximum / step) + 1 }, (_, index) => index * step);
}

const DIGIT_PX = 7.5;

/** The room in px that labels of 12 px take, the widest of them; tabular digits are the widest of what is in a number. */
export function labelRoomPx(labels: readonly string[]): number {
  return Math.ceil(Math.max(0, ...labels.map((label) => label.length)) * DIGIT_PX);
}
