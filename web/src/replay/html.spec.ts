import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { recording } from '../game/testing/fixtures';
import { readReplayFile } from './file';
import { readReplay, toText } from './format';
import { readEmbeddedReplay, toHtml } from './html';

const { events, text } = recording('pocket');
const replayText = toText(events);

function page(changed: Partial<Parameters<typeof toHtml>[0]> = {}): Promise<string> {
  return toHtml({ script: 'start();', css: 'body{margin:0}', title: 'A match', replayText, ...changed });
}

/** A document with one element. */
function documentWith(id: string, textContent: string): Pick<Document, 'getElementById'> {
  return { getElementById: (wanted: string) => (wanted === id ? ({ textContent } as HTMLElement) : null) };
}

function embedded(html: string): string {
  return /id="replay">([^<]*)</.exec(html)?.[1] ?? '';
}

describe('a page that carries its replay', () => {
  it('gives it back', async () => {
    const packed = embedded(await page());
    expect(packed.length).toBeLessThan(replayText.length / 4);
    expect(await readEmbeddedReplay(documentWith('replay', packed))).toBe(replayText);
  });

  it('gives a long one back, too', async () => {
    const long = toText(recording('match').events);
    expect(await readEmbeddedReplay(documentWith('replay', embedded(await page({ replayText: long }))))).toBe(long);
  });

  it('has none if it is an ordinary page', async () => {
    expect(await readEmbeddedReplay(documentWith('app', ''))).toBeNull();
  });

  it('says so if what it carries is broken', async () => {
    const packed = embedded(await page());
    for (const broken of ['###', 'AAAA', packed.slice(0, 400)]) {
      await expect(readEmbeddedReplay(documentWith('replay', broken))).rejects.toMatchObject({ code: 'NOT_A_REPLAY' });
    }
  });

  it('loads nothing, and runs only its own script', async () => {
    const html = await page();
    const nonce = /script-src 'nonce-([0-9a-f]{32})'/.exec(html)?.[1];
    expect(html).toContain(`content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; font-src data:; img-src data: blob:; base-uri 'none'; form-action 'none'"`);
    expect(html).toContain(`<script type="module" nonce="${nonce}">start();</script>`);
    expect(html).not.toMatch(/(?:src|href)=/);
    expect(await page()).not.toContain(nonce);
  });

  it('cannot be left by its script, its styles or its title', async () => {
    const html = await page({
      script: 'const a = "</script><script>alert(1)</SCRIPT><!--";',
      css: 'a{content:"</style><p>"}',
      title: '</title><script>"&\'',
    });
    expect(html).toContain('const a = "<\\/script><script>alert(1)<\\/SCRIPT><\\!--";');
    expect(html).toContain('a{content:"<\\/style><p>"}');
    expect(html).toContain('<title>&#60;/title&#62;&#60;script&#62;&#34;&#38;&#39;</title>');
    expect(html.match(/<\/script/gi)).toHaveLength(2);
    expect(html.match(/<\/style/gi)).toHaveLength(1);
  });

  it('has a script that still means what it meant', async () => {
    const html = await page({ script: 'globalThis.said = "</script><!--" + /<\\/script/.test("</script");' });
    const script = /<script type="module"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(script)}`);
    expect((globalThis as { said?: string }).said).toBe('</script><!--true');
  });
});

describe('a file that is opened', () => {
  it.each<[string, () => Promise<BlobPart> | BlobPart]>([
    ['a replay', () => replayText],
    ['plain lines of events', () => text],
    ['a compressed replay', () => new Uint8Array(gzipSync(replayText))],
    ['a page with a replay', () => page()],
  ])('can be %s', async (_, content) => {
    expect(await readReplayFile(new Blob([await content()]))).toEqual(readReplay(replayText));
  });

  it.each<[string, BlobPart, string]>([
    ['another page', '<html></html>', 'NOT_A_REPLAY'],
    ['other bytes that are compressed', new Uint8Array([0x1f, 0x8b, 1, 2]), 'NOT_A_REPLAY'],
    ['nothing', '', 'EMPTY'],
  ])('is refused if it is %s', async (_, content, code) => {
    await expect(readReplayFile(new Blob([content]))).rejects.toMatchObject({ code });
  });
});
