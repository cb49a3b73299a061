import { describe, expect, it } from 'vitest';
import { recording } from '../game/testing/fixtures';
import { readReplay, REPLAY_SYMBOLS_MAXIMUM, toText } from './format';
import { ReplayError, type ReplayErrorCode } from './ReplayError';

const { events, text } = recording('pocket');
const header = '{"format":"dungeon-replay","version":1,"gameId":"g","exportedAt":"2026-11-29T12:00:00.000Z"}';

function lines(count: number): string[] {
  return text.split('\n').slice(0, count);
}

function refusal(content: string): { code: ReplayErrorCode; values: Readonly<Record<string, number>> } | null {
  try {
    readReplay(content);
    return null;
  } catch (error) {
    return error instanceof ReplayError ? { code: error.code, values: error.values } : null;
  }
}

describe('a replay', () => {
  it('has a header and then the events', () => {
    const [first, second] = toText(events, Date.parse('2026-11-29T12:00:00Z')).split('\n');
    expect(JSON.parse(first ?? '')).toEqual({
      format: 'dungeon-replay',
      version: 1,
      gameId: events[0]?.gameId,
      exportedAt: '2026-11-29T12:00:00.000Z',
    });
    expect(JSON.parse(second ?? '')).toEqual(events[0]);
  });

  it('is read as it was written', () => {
    expect(readReplay(toText(events))).toEqual({ gameId: events[0]?.gameId, events });
  });

  it('may be the plain lines that the server gives', () => {
    expect(readReplay(text).events).toEqual(events);
  });

  it('may have been through an editor of another system', () => {
    expect(readReplay(`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`).events).toEqual(events);
  });
});

describe('what is no replay', () => {
  it.each<[string, string, ReplayErrorCode, Record<string, number>]>([
    ['of a newer version', `${header.replace(':1,', ':2,')}\n${text}`, 'NEWER_VERSION', { version: 2, supported: 1 }],
    ['of another format', `${header.replace('dungeon', 'chess')}\n${text}`, 'NOT_A_REPLAY', {}],
    ['a text', 'Dear diary', 'NOT_A_REPLAY', {}],
    ['other JSON', '{"a":1}', 'NOT_A_REPLAY', {}],
    ['empty', '', 'EMPTY', {}],
    ['a header alone', header, 'EMPTY', {}],
    ['without its first event', lines(9).slice(1).join('\n'), 'GAP', { expected: 1, found: 2 }],
    ['with a gap', [...lines(4), ...lines(9).slice(5)].join('\n'), 'GAP', { expected: 5, found: 6 }],
    ['with a repetition', [...lines(4), ...lines(4).slice(3)].join('\n'), 'GAP', { expected: 5, found: 4 }],
    ['cut off', lines(5).join('\n').slice(0, -10), 'MALFORMED', { line: 5 }],
    ['with a line that is no event', [...lines(3), '[]'].join('\n'), 'MALFORMED', { line: 4 }],
    ['of two games', [...lines(3), (lines(4)[3] ?? '').replace('"gameId":"', '"gameId":"x')].join('\n'), 'MALFORMED', { line: 4 }],
    ['with an event without a time', [...lines(3), (lines(4)[3] ?? '').replace('"time":"', '"time":"x')].join('\n'), 'MALFORMED', { line: 4 }],
    ['with an event that makes no sense', [...lines(3), '{"type":"RobotMoved","sequence":4,"robotId":"x","time":"2026-11-29T12:00:00Z","gameId":"' + (events[0]?.gameId ?? '') + '"}'].join('\n'), 'MALFORMED', { line: 4 }],
    ['with an event that is unknown', [...lines(3), (lines(4)[3] ?? '').replace(/"type":"\w+"/, '"type":"PlanetMoved"')].join('\n'), 'UNKNOWN_EVENT', { line: 4 }],
  ])('%s: refused with a reason', (_, content, code, values) => {
    expect(refusal(content)).toEqual({ code, values });
  });

  it.each<[string, number, RegExp, string]>([
    ['wider than any map', 2, /"width":\d+/, '"width":1000000000'],
    ['of a height that is no number', 2, /"height":\d+/, '"height":"many"'],
    ['of a single column', 2, /"width":\d+/, '"width":1'],
    ['of half a tile', 2, /"width":\d+/, '"width":2.5'],
    ['with less gravity than tiles', 2, /"gravity":"\w+"/, '"gravity":"AQEB"'],
    ['with more structure than tiles', 2, /"structure":"/, '"structure":"AQEB'],
    ['with gravity that cannot be read', 2, /"gravity":"/, '"gravity":"?'],
    ['with a station beside it', 2, /"tile":\{"x":0/, '"tile":{"x":4'],
    ['planned wider than any map', 1, /"width":\d+/, '"width":201'],
    ['planned without a height', 1, /"height":\d+/, '"heigth":3'],
  ])('with a map %s: refused with its line', (_, line, part, changed) => {
    const content = lines(9);
    content[line - 1] = (content[line - 1] ?? '').replace(part, changed);
    expect(refusal(content.join('\n'))).toEqual({ code: 'MALFORMED', values: { line } });
  });

  it('too large: refused before it is read', () => {
    const huge = { length: REPLAY_SYMBOLS_MAXIMUM + 1 } as unknown as string;
    expect(refusal(huge)).toEqual({ code: 'TOO_LARGE', values: { maximum: REPLAY_SYMBOLS_MAXIMUM } });
  });
});
