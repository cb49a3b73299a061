import createClient, { type Middleware } from 'openapi-fetch';
import { baseUrl } from './base';
import type { components as AnalyticsComponents, paths as AnalyticsPaths } from './generated/analytics';
import type { components as HistoryComponents, paths as HistoryPaths } from './generated/history';
import type { components as IngestComponents, paths as IngestPaths } from './generated/ingest';
import type { components as QueriesComponents, paths as QueriesPaths } from './generated/queries';
import { isAbort, notReached, Problem, problemOfResponse, UNEXPECTED_ANSWER } from './problems';

type Queries = QueriesComponents['schemas'];
type Ingest = IngestComponents['schemas'];
type History = HistoryComponents['schemas'];
type Analytics = AnalyticsComponents['schemas'];

export type Game = Queries['GameResponse'];
export type GamePage = Queries['GamesResponse'];
export type GameState = NonNullable<Game['state']>;
export type Participant = Queries['Participant'];
export type Scoreboard = Queries['ScoreboardResponse'];
export type MapTypeEntry = Queries['MapTypeResponse'];
export type MapType = Queries['MapType'];
export type NewGame = Ingest['NewGame'];
export type Command = Ingest['Command'];
export type Outcome = Ingest['Outcome'];
export type PastGame = History['EndedGame'];
export type PastGamePage = History['EndedGames'];
export type PastPlayer = History['PastPlayer'];
export type Ranking = History['Ranking'];
export type RankedPlayer = History['RankedPlayer'];
export type Sales = Analytics['Sales'];
export type KillsOfPlayer = Required<Analytics['KillsOfPlayer']>;
export type Player = Queries['PlayerResponse'];
export type Leaderboard = Analytics['Leaderboard'];

export interface RequestOptions {
  readonly signal?: AbortSignal;
}

/** An error status becomes a problem here, so that the functions below answer with what was asked for. */
const throwProblems: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    throw problemOfResponse(response, await response.json().catch(() => null));
  },
  onError({ error }) {
    if (!isAbort(error) && !(error instanceof Problem)) throw notReached(error);
  },
};

function clientOf<Paths extends object>(path: string) {
  // Looked up at each request, so that a test can stand in for the network.
  const client = createClient<Paths>({ baseUrl: baseUrl() + path, fetch: (request) => fetch(request) });
  client.use(throwProblems);
  return client;
}

const queries = clientOf<QueriesPaths>('');
const ingest = clientOf<IngestPaths>('/ingest');
const history = clientOf<HistoryPaths>('');
const analytics = clientOf<AnalyticsPaths>('');

/** The content of an answer that went well. */
async function content<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  if (data === undefined) throw new Problem({ code: UNEXPECTED_ANSWER, status: 200, detail: 'The answer has no content.' });
  return data;
}

const bearer = (token: string): { Authorization: string } => ({ Authorization: `Bearer ${token}` });

// Queries.

export function listGames(page: { state?: GameState; after?: string; limit?: number } = {}, options: RequestOptions = {}): Promise<GamePage> {
  return content(queries.GET('/games', { params: { query: page }, ...options }));
}

export function getScoreboard(gameId: string, options: RequestOptions = {}): Promise<Scoreboard> {
  return content(queries.GET('/games/{gameId}/scoreboard', { params: { path: { gameId } }, ...options }));
}

export function listMapTypes(page: { after?: string; limit?: number } = {}, options: RequestOptions = {}): Promise<Queries['MapTypesResponse']> {
  return content(queries.GET('/map-types', { params: { query: page }, ...options }));
}

export function getMapType(mapTypeId: string, options: RequestOptions = {}): Promise<MapType> {
  return content(queries.GET('/map-types/{mapTypeId}', { params: { path: { mapTypeId } }, ...options }));
}

export function getPlayer(playerId: string, options: RequestOptions = {}): Promise<Player> {
  return content(queries.GET('/players/{playerId}', { params: { path: { playerId } }, ...options }));
}

// Commands.

/** Registers a guest; the answer is the token. */
export async function registerGuest(): Promise<string> {
  const { token } = await content(ingest.POST('/auth/guest'));
  return token ?? '';
}

/** Starts a game of one's own against bots; the answer is its gameId. */
export async function practiceGame(token: string, wanted: Partial<Ingest['NewPracticeGame']> = {}): Promise<string> {
  const body = { bots: 2, durationMs: 600_000, ...wanted };
  const { gameId } = await content(ingest.POST('/practice-games', { body, headers: bearer(token) }));
  return gameId ?? '';
}

export async function createGame(token: string, body: NewGame): Promise<string> {
  const { gameId } = await content(ingest.POST('/games', { body, headers: bearer(token) }));
  return gameId ?? '';
}

export async function join(token: string, gameId: string): Promise<void> {
  await ingest.POST('/games/{gameId}/participants', { params: { path: { gameId } }, headers: bearer(token) });
}

export async function startGame(token: string, gameId: string): Promise<void> {
  await ingest.POST('/games/{gameId}/start', { params: { path: { gameId } }, headers: bearer(token) });
}

export async function endGame(token: string, gameId: string): Promise<void> {
  await ingest.POST('/games/{gameId}/end', { params: { path: { gameId } }, headers: bearer(token) });
}

/** Sends commands, all or none, in their order; waits up to `waitMs` for what comes of them. */
export async function sendCommands(token: string, gameId: string, commands: Command[], waitMs: number): Promise<Outcome[]> {
  const outcomes = await content(
    ingest.POST('/games/{gameId}/commands', {
      params: { path: { gameId }, query: { wait: waitMs } },
      body: commands,
      headers: bearer(token),
    }),
  );
  return Array.isArray(outcomes) ? outcomes : 'events' in outcomes ? [outcomes] : [];
}

/** Stores a map type as it was written, faults and all: the server names them. The answer is its mapTypeId. */
export async function storeMapType(token: string, written: unknown): Promise<string> {
  const body = written as Ingest['NewMapType'];
  const { mapTypeId } = await content(ingest.POST('/map-types', { body, headers: bearer(token) }));
  return mapTypeId ?? '';
}

export async function removeMapType(token: string, mapTypeId: string): Promise<void> {
  await ingest.DELETE('/map-types/{mapTypeId}', { params: { path: { mapTypeId } }, headers: bearer(token) });
}

// History, which an installation may lack: `isAbsentPart` tells.

export function historyGames(
  page: { after?: string; limit?: number; playerId?: string; mapTypeId?: string } = {},
  options: RequestOptions = {},
): Promise<PastGamePage> {
  return content(history.GET('/history/games', { params: { query: page }, ...options }));
}

export function historyPlayer(playerId: string, options: RequestOptions = {}): Promise<PastPlayer> {
  return content(history.GET('/history/players/{playerId}', { params: { path: { playerId } }, ...options }));
}

export function ranking(page: { after?: number; limit?: number } = {}, options: RequestOptions = {}): Promise<Ranking> {
  return content(history.GET('/history/ranking', { params: { query: page }, ...options }));
}

// Figures in windows of time, which an installation may lack as well.

export function sales(minutes: number, options: RequestOptions = {}): Promise<Sales> {
  return content(analytics.GET('/analytics/sales', { params: { query: { minutes } }, ...options }));
}

/** Who destroyed robots, in windows of five minutes. */
export async function kills(minutes: number, options: RequestOptions = {}): Promise<readonly KillsOfPlayer[]> {
  const { windows } = await content(analytics.GET('/analytics/kills', { params: { query: { minutes } }, ...options }));
  return (windows ?? []) as readonly KillsOfPlayer[];
}

export function leaderboard(daysAgo: number, options: RequestOptions = {}): Promise<Leaderboard> {
  return content(analytics.GET('/analytics/leaderboard', { params: { query: { daysAgo } }, ...options }));
}
