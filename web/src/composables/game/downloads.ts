import type { GameEvent } from '../../game/events';
import { toText } from '../../replay/format';
import { toHtml } from '../../replay/html';

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

/** Style sheets with the fonts that they name inside. */
async function inlinedStyles(urls: readonly string[]): Promise<string> {
  const sheets = await Promise.all(
    urls.map(async (url) => {
      let css = await textOf(url);
      const fonts = new Set([...css.matchAll(/url\(([^)]+\.woff2)\)/g)].map((match) => match[1] ?? ''));
      for (const font of fonts) css = css.replaceAll(font, await dataUrlOf(new URL(font.replace(/["']/g, ''), url).href));
      return css;
    }),
  );
  return sheets.join('\n');
}

/** A file has nowhere to navigate to, and nobody to sign in. */
const FILE_CSS = 'header.bar nav, header.bar .right > :nth-child(n + 3) { display: none } header.bar .name { pointer-events: none }';

/** Where the page finds the game when it is a file. */
const FILE_START = "location.hash = '#/replay';\n";

/** The page's own script; it is built as one module that imports nothing, or it cannot stand alone. */
async function pageScript(): Promise<string> {
  const source = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src;
  const script = source === undefined ? '' : await textOf(source);
  if (script === '' || /\bimport\s*(?:\(|["'{*])/.test(script)) throw new Error('The page is not built as one module.');
  return script;
}

/** One file with the page and the game in it, which runs without a server. */
export async function downloadReplayPage(events: readonly GameEvent[], mapName: string): Promise<void> {
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map((link) => link.href);
  const [script, css] = await Promise.all([pageScript(), inlinedStyles(sheets)]);
  const page = await toHtml({
    script: FILE_START + script,
    css: `${css}\n${FILE_CSS}`,
    title: mapName,
    replayText: toText(events),
    language: document.documentElement.lang,
  });
  save(new Blob([page], { type: 'text/html' }), fileName(events, mapName, 'html'));
}
