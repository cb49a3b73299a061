import { clientOf, content } from './client';
import { fetchAsPage } from './csrf';
import type { components as IngestComponents, paths as IngestPaths } from './generated/ingest';
import type { components as QueriesComponents, paths as QueriesPaths } from './generated/queries';
import { toProblem } from './problems';

/** Whom a search looks for, how fast is played, and which bot comes when nobody has come. */
export type SearchWish = Pick<IngestComponents['schemas']['NewSearch'], 'bot' | 'botAfterMs'> & { readonly pace: Pace };
export type Pace = NonNullable<IngestComponents['schemas']['NewSearch']['pace']>;
/** Where a search stands; with a room an opponent is found. */
export type SearchView = QueriesComponents['schemas']['SearchResponse'];

const ingest = clientOf<IngestPaths>('/ingest', fetchAsPage);
const queries = clientOf<QueriesPaths>('');

/** A connection that hangs must not keep a search from being renewed in time. */
const ANSWER_MS = 8_000;

const soon = (): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(ANSWER_MS) });
const of = (searchId: string) => ({ params: { path: { searchId } } });

/** Begins to look for an opponent; once, however often it is sent with the same command. The answer is the id of the search. */
export async function beginSearch(commandId: string, wish: SearchWish): Promise<string> {
  const { searchId } = await content(ingest.POST('/matchmaking', { body: { commandId, ...wish }, ...soon() }));
  return searchId as string;
}

/** Keeps a search from ending by itself. */
export async function renewSearch(searchId: string): Promise<void> {
  await ingest.PUT('/matchmaking/{searchId}', { ...of(searchId), ...soon() });
}

/** Looks for nobody any more. It is sent even if the page is being closed. */
export async function leaveSearch(searchId: string): Promise<void> {
  await ingest.DELETE('/matchmaking/{searchId}', { ...of(searchId), keepalive: true, ...soon() });
}

export function readSearch(searchId: string): Promise<SearchView> {
  return content(queries.GET('/matchmaking/{searchId}', { ...of(searchId), ...soon() }));
}

/** Whether a room is there: one that was asked for opens a moment later, or becomes another one. */
export async function isOpen(roomId: string): Promise<boolean> {
  try {
    await queries.GET('/rooms/{roomId}', { params: { path: { roomId } }, ...soon() });
    return true;
  } catch (error) {
    if (toProblem(error).status === 404) return false;
    throw error;
  }
}
