import { pack, unpack } from './packing';

/** The element of a page that carries a replay. */
export const REPLAY_ID = 'replay';

export interface ReplayPage {
  /** The page's script as one module that imports nothing. */
  readonly script: string;
  /** Its styles, with fonts as data URLs. */
  readonly css: string;
  readonly title: string;
  /** What `toText` gives. */
  readonly replayText: string;
  /** The language of the page. */
  readonly language?: string;
}

/** One file that shows a replay by itself, without a server and without a network. */
export async function toHtml(page: ReplayPage): Promise<string> {
  const nonce = newNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    'font-src data:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${escapeHtml(page.language ?? 'en')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<style nonce="${nonce}">${escapeStyle(page.css)}</style>
</head>
<body>
<div id="app"></div>
<script type="application/octet-stream" id="${REPLAY_ID}">${await pack(page.replayText)}</script>
<script type="module" nonce="${nonce}">${escapeScript(page.script)}</script>
</body>
</html>
`;
}

/** The text of the replay that a page carries in itself; null if it carries none. */
export async function readEmbeddedReplay(page: Pick<Document, 'getElementById'>): Promise<string | null> {
  const packed = page.getElementById(REPLAY_ID)?.textContent;
  return packed === null || packed === undefined ? null : unpack(packed);
}

/** Likewise for the text of such a page, as it is read from a file. */
export async function readReplayOfHtml(html: string): Promise<string | null> {
  const packed = /<script type="application\/octet-stream" id="replay">([A-Za-z0-9+/=\s]*)<\/script>/.exec(html)?.[1];
  return packed === undefined ? null : unpack(packed);
}

/** New for each file, so that nothing which finds its way into one can run. */
function newNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** In texts and patterns of a script a slash or an exclamation mark after a backslash is itself; elsewhere neither sequence occurs. */
function escapeScript(script: string): string {
  return script.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');
}

function escapeStyle(css: string): string {
  return css.replace(/<\/(style)/gi, '<\\/$1');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (symbol) => `&#${symbol.charCodeAt(0)};`);
}
