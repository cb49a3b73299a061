import { clientOf, content } from './client';
import { fetchAsPage } from './csrf';

// Written by hand until the descriptions of the services have them: the types then come from `generated/`, like those of client.ts.

/** How fast a room is played: 10 s, 30 s or 5 min for a move. */
export type Pace = 'FAST' | 'NORMAL' | 'SLOW';

/** Whom a search looks for, and which bot comes when nobody has come. */
export interface SearchWish {
  readonly pace: Pace;
  readonly bot?: 'EASY_BOT' | 'PERFECT_BOT';
  readonly botAfterMs?: number;
}

/** How a search goes; with a room an opponent is found. */
export interface SearchProgress {
  readonly searchId: string;
  readonly state: 'SEARCHING' | 'FOUND';
  readonly roomId?: string | null;
  readonly endsAt?: string | null;
}

/** What everybody can read of a search. */
export interface SearchView extends SearchProgress {
  readonly playerId: string;
  readonly pace: Pace;
}

interface Answer<Status extends number, Content> {
  responses: Record<Status, { content: { 'application/json': Content } }>;
}

interface OfSearch {
  parameters: { path: { searchId: string } };
}

interface IngestPaths {
  '/matchmaking': {
    post: { requestBody: { content: { 'application/json': SearchWish & { commandId: string } } } } & Answer<201, SearchProgress>;
  };
  '/matchmaking/{searchId}': {
    put: OfSearch & Answer<200, SearchProgress>;
    delete: OfSearch & Answer<200, { readonly searchId: string; readonly state: 'ENDED' }>;
  };
}

interface QueriesPaths {
  '/matchmaking/{searchId}': { get: OfSearch & Answer<200, SearchView> };
}

const ingest = clientOf<IngestPaths>('/ingest', fetchAsPage);
const queries = clientOf<QueriesPaths>('');

/** A connection that hangs must not keep a search from being renewed in time. */
const ANSWER_MS = 8_000;

const soon = (): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(ANSWER_MS) });
const of = (searchId: string) => ({ params: { path: { searchId } } });

/** Begins to look for an opponent. The search has the id of the command, and is begun once however often it is sent. */
export function beginSearch(commandId: string, wish: SearchWish): Promise<SearchProgress> {
  return content(ingest.POST('/matchmaking', { body: { commandId, ...wish }, ...soon() }));
}

/** Keeps a search from ending by itself. */
export function renewSearch(searchId: string): Promise<SearchProgress> {
  return content(ingest.PUT('/matchmaking/{searchId}', { ...of(searchId), ...soon() }));
}

/** Looks for nobody any more. It is sent even if the page is being closed. */
export async function leaveSearch(searchId: string): Promise<void> {
  await ingest.DELETE('/matchmaking/{searchId}', { ...of(searchId), keepalive: true, ...soon() });
}

export function readSearch(searchId: string): Promise<SearchView> {
  return content(queries.GET('/matchmaking/{searchId}', { ...of(searchId), ...soon() }));
}
