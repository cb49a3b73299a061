import { REPLAY_SYMBOLS_MAXIMUM } from './format';
import { ReplayError } from './ReplayError';

/** A text, compressed, in symbols that may stand anywhere in a page. */
export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return base64Of(new Uint8Array(await new Response(stream).arrayBuffer()));
}

export async function unpack(packed: string): Promise<string> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Uint8Array.from(atob(packed.trim()), (symbol) => symbol.charCodeAt(0));
  } catch {
    throw new ReplayError('NOT_A_REPLAY');
  }
  return gunzip(new Blob([bytes]));
}

/** The text of compressed bytes; no more than a replay may have, however few bytes claim to hold it. */
export async function gunzip(compressed: Blob): Promise<string> {
  const reader = compressed
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
    .pipeThrough(new TextDecoderStream())
    .getReader();
  const pieces: string[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ReplayError('NOT_A_REPLAY');
    });
    if (done) {
      return pieces.join('');
    }
    length += value.length;
    if (length > REPLAY_SYMBOLS_MAXIMUM) {
      await reader.cancel();
      throw new ReplayError('TOO_LARGE', { maximum: REPLAY_SYMBOLS_MAXIMUM });
    }
    pieces.push(value);
  }
}

/** In parts, because a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const PART = 0x8000;
  let binary = '';
  for (let from = 0; from < bytes.length; from += PART) {
    binary += String.fromCharCode(...bytes.subarray(from, from + PART));
  }
  return btoa(binary);
}
