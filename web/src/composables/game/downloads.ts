import type { GameEvent } from '../../game/events';
import { toText } from '../../replay/format';
import { REPLAY_ID, toHtml } from '../../replay/html';

function fileName(events: readonly GameEvent[], mapName: string, ending: string): string {
  const day = (events[0]?.time ?? '').slice(0, 16).replace(/[:T]/g, '-');
  return `${mapName.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}-${day}.${ending}`;
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function downloadReplay(events: readonly GameEvent[], mapName: string): void {
  save(new Blob([toText(events)], { type: 'application/x-ndjson' }), fileName(events, mapName, 'jsonl'));
}

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

async function dataUrlOf(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:font/woff2;base64,${btoa(binary)}`;
}

/** A style sheet with the fonts that it names inside. */
async function inlinedStyles(url: string): Promise<string> {
  let css = await textOf(url);
  const fonts = new Set([...css.matchAll(/url\(([^)]+\.woff2)\)/g)].map((match) => match[1] ?? ''));
  for (const font of fonts) css = css.replaceAll(font, await dataUrlOf(new URL(font.replace(/["']/g, ''), url).href));
  return css;
}

/** Where the page that is exported stands, which is built as one module and one sheet, so that it can stand alone. */
const EXPORTED = { script: 'assets/exported.js', sheet: 'assets/exported.css' };

/** Whether this page is such a file itself, which has no other one to give. */
export function isExported(): boolean {
  return document.getElementById(REPLAY_ID) !== null;
}

/** One file with the page and the game in it, which runs without a server. */
export async function downloadReplayPage(events: readonly GameEvent[], mapName: string): Promise<void> {
  const addressOf = (path: string): string => new URL(path, document.baseURI).href;
  const [script, css] = await Promise.all([textOf(addressOf(EXPORTED.script)), inlinedStyles(addressOf(EXPORTED.sheet))]);
  const page = await toHtml({
    script,
    css,
    title: mapName,
    replayText: toText(events),
    language: document.documentElement.lang,
  });
  save(new Blob([page], { type: 'text/html' }), fileName(events, mapName, 'html'));
}
