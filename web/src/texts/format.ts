export type Language = 'en' | 'de';

/** A moment as the server writes it, or in ms since 1970. */
export type Moment = string | number;

const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export function momentMs(moment: Moment): number {
  return typeof moment === 'number' ? moment : Date.parse(moment);
}

/** `m:ss`, with hours `h:mm:ss`; what is left of a second counts as a whole one only with `up`, as a countdown wants it. */
export function clock(durationMs: number, rounding: 'down' | 'up' = 'down'): string {
  const seconds = Math.max(0, rounding === 'up' ? Math.ceil(durationMs / SECOND_MS) : Math.floor(durationMs / SECOND_MS));
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${two(seconds % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** Numbers, amounts and times as a language writes them. */
export function createFormat(language: Language) {
  const locale = LOCALES[language];
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const short = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const signs = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const plurals = new Intl.PluralRules(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const minutes = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });

  const count = (value: number, one: string, other: string): string =>
    `${plain.format(value)} ${plurals.select(value) === 'one' ? one : other}`;

  return {
    number: (value: number): string => plain.format(value),
    /** With up to two decimals, as far as there are any. */
    decimal: (value: number): string => decimals.format(value),
    /** 12,345 as 12.3K. */
    compact: (value: number): string => short.format(value),
    /** With a sign, but for 0. */
    change: (value: number): string => signs.format(value),
    /** A share of 1 as percent. */
    percent: (share: number): string => percents.format(share),
    count,
    credits: (value: number): string => count(value, language === 'en' ? 'credit' : 'Credit', language === 'en' ? 'credits' : 'Credits'),
    points: (value: number): string => count(value, language === 'en' ? 'point' : 'Punkt', language === 'en' ? 'points' : 'Punkte'),
    /** 1,240 ms as 1.2 s. */
    seconds: (durationMs: number): string => `${tenths.format(durationMs / SECOND_MS)} s`,
    /** `m:ss`. */
    duration: (durationMs: number): string => clock(durationMs),
    /** A duration in the largest unit that leaves no rest: 10 min, 90 s, 2 h. */
    span: (durationMs: number): string => {
      if (durationMs >= HOUR_MS && durationMs % HOUR_MS === 0) return `${plain.format(durationMs / HOUR_MS)} h`;
      if (durationMs >= MINUTE_MS && durationMs % MINUTE_MS === 0) return `${plain.format(durationMs / MINUTE_MS)} min`;
      return `${plain.format(Math.round(durationMs / SECOND_MS))} s`;
    },
    /** 3 minutes ago, in 5 seconds. */
    relativeTime: (moment: Moment, nowMs: number): string => {
      const awayMs = momentMs(moment) - nowMs;
      const size = Math.abs(awayMs);
      if (size < MINUTE_MS) return relative.format(Math.round(awayMs / SECOND_MS), 'second');
      if (size < HOUR_MS) return relative.format(Math.round(awayMs / MINUTE_MS), 'minute');
      if (size < DAY_MS) return relative.format(Math.round(awayMs / HOUR_MS), 'hour');
      return relative.format(Math.round(awayMs / DAY_MS), 'day');
    },
    dateTime: (moment: Moment): string => dates.format(momentMs(moment)),
    date: (moment: Moment): string => days.format(momentMs(moment)),
    timeOfDay: (moment: Moment): string => minutes.format(momentMs(moment)),
  };
}

export type Format = ReturnType<typeof createFormat>;

export const formats: Readonly<Record<Language, Format>> = { en: createFormat('en'), de: createFormat('de') };
