import { readReplay, REPLAY_SYMBOLS_MAXIMUM, type Replay } from './format';
import { readReplayOfHtml } from './html';
import { gunzip } from './packing';
import { ReplayError } from './ReplayError';

const GZIP_MAGIC = [0x1f, 0x8b];

/** Reads what somebody opens: a replay, plain lines of events, either of them compressed, or a page that carries a replay in itself. */
export async function readReplayFile(file: Blob): Promise<Replay> {
  if (file.size > REPLAY_SYMBOLS_MAXIMUM) {
    throw new ReplayError('TOO_LARGE', { maximum: REPLAY_SYMBOLS_MAXIMUM });
  }
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isCompressed = GZIP_MAGIC.every((byte, index) => start[index] === byte);
  const text = isCompressed ? await gunzip(file) : await file.text();
  return readReplay(text.trimStart().startsWith('<') ? await replayOfHtml(text) : text);
}

async function replayOfHtml(html: string): Promise<string> {
  const text = await readReplayOfHtml(html);
  if (text === null) {
    throw new ReplayError('NOT_A_REPLAY');
  }
  return text;
}
