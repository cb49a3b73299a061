import createClient, { type Middleware } from 'openapi-fetch';
import { baseUrl } from './base';
import { fetchAsPage } from './csrf';
import type { components as AnalyticsComponents, paths as AnalyticsPaths } from './generated/analytics';
import type { components as HistoryComponents, paths as HistoryPaths } from './generated/history';
import type { components as IngestComponents, paths as IngestPaths } from './generated/ingest';
import type { components as QueriesComponents, paths as QueriesPaths } from './generated/queries';
import { isAbort, notReached, Problem, problemOfResponse, UNAUTHENTICATED, UNEXPECTED_ANSWER } from './problems';
import { sessionOf, type Session } from './session';

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
export type Room = Queries['RoomResponse'];
export type RoomStage = NonNullable<Room['state']>;
export type NewRoom = Ingest['NewRoom'];
export type RoomCommand = Ingest['RoomCommand'];
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

// Looked up at each request, so that a test can stand in for the network.
const fetchNow = (request: Request): Promise<Response> => fetch(request);

/** A client of the services below a path. */
export function clientOf<Paths extends object>(path: string, send = fetchNow) {
  const client = createClient<Paths>({ baseUrl: baseUrl() + path, fetch: send });
  client.use(throwProblems);
  return client;
}

const queries = clientOf<QueriesPaths>('');
const ingest = clientOf<IngestPaths>('/ingest', fetchAsPage);
const history = clientOf<HistoryPaths>('');
const analytics = clientOf<AnalyticsPaths>('');

/** The content of an answer that went well. */
export async function content<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  if (data === undefined) throw new Problem({ code: UNEXPECTED_ANSWER, status: 200, detail: 'The answer has no content.' });
  return data;
}

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

/** As many rooms as the queries list at once. */
const ROOMS_AT_ONCE = 200;

/** Rooms by what happens in them, the first of them. */
export async function listRooms(state: RoomStage, options: RequestOptions = {}): Promise<readonly Room[]> {
  const { rooms } = await content(queries.GET('/rooms', { params: { query: { state, limit: ROOMS_AT_ONCE } }, ...options }));
  return rooms ?? [];
}

// Whom the browser acts for.

/** Who is signed in; null if nobody is. */
export async function whoAmI(): Promise<Session | null> {
  try {
    return sessionOf(await content(ingest.GET('/users/me')));
  } catch (error) {
    if (error instanceof Problem && error.code === UNAUTHENTICATED) return null;
    throw error;
  }
}

/** Signs in as a new guest. */
export async function beginGuestSession(): Promise<Session> {
  return sessionOf(await content(ingest.POST('/auth/guest/session')));
}

/** Signs in as the one for whom a token stands. */
export async function beginSession(token: string): Promise<Session> {
  return sessionOf(await content(ingest.POST('/auth/session', { headers: { Authorization: `Bearer ${token}` } })));
}

export async function endSession(): Promise<void> {
  await ingest.DELETE('/auth/session');
}

/** Another token of who is signed in, for a program. */
export async function newToken(): Promise<string> {
  const { token } = await content(ingest.POST('/auth/token'));
  return token ?? '';
}

/** Where a browser is sent to sign in with GitHub; null if the installation does not offer it. */
export async function gitHubUrl(): Promise<string | null> {
  const { providers } = await content(ingest.GET('/auth/providers'));
  const gitHub = providers.find((provider) => provider.name === 'github');
  return gitHub === undefined ? null : `${baseUrl()}/ingest${gitHub.path}`;
}

// Commands, as who is signed in.

/** Starts a game of one's own against bots; the answer is its gameId. */
export async function practiceGame(wanted: Partial<Ingest['NewPracticeGame']> = {}): Promise<string> {
  const body = { bots: 2, durationMs: 600_000, ...wanted };
  const { gameId } = await content(ingest.POST('/practice-games', { body }));
  return gameId ?? '';
}

/** Opens a room of tic-tac-toe; the answer is its roomId. */
export async function openRoom(body: NewRoom): Promise<string> {
  const { roomId } = await content(ingest.POST('/rooms', { body }));
  return roomId ?? '';
}

/** Takes the free seat of a room; what comes of it is in the room's events. */
export async function joinRoom(roomId: string, commandId: string, invitation?: string): Promise<void> {
  const body = { commandId, ...(invitation === undefined ? {} : { invitation }) };
  await ingest.POST('/rooms/{roomId}/participants', { params: { path: { roomId } }, body });
}

/** Sends a command to a room; what comes of it is in the room's events. */
export async function sendToRoom(roomId: string, command: RoomCommand): Promise<void> {
  await ingest.POST('/rooms/{roomId}/commands', { params: { path: { roomId } }, body: command });
}

export async function createGame(body: NewGame): Promise<string> {
  const { gameId } = await content(ingest.POST('/games', { body }));
  return gameId ?? '';
}

export async function join(gameId: string): Promise<void> {
  await ingest.POST('/games/{gameId}/participants', { params: { path: { gameId } } });
}

export async function startGame(gameId: string): Promise<void> {
  await ingest.POST('/games/{gameId}/start', { params: { path: { gameId } } });
}

export async function endGame(gameId: string): Promise<void> {
  await ingest.POST('/games/{gameId}/end', { params: { path: { gameId } } });
}

/** Sends commands, all or none, in their order; waits up to `waitMs` for what comes of them. */
export async function sendCommands(gameId: string, commands: Command[], waitMs: number): Promise<Outcome[]> {
  const outcomes = await content(
    ingest.POST('/games/{gameId}/commands', {
      params: { path: { gameId }, query: { wait: waitMs } },
      body: commands,
    }),
  );
  return Array.isArray(outcomes) ? outcomes : 'events' in outcomes ? [outcomes] : [];
}

/** Stores a map type as it was written, faults and all: the server names them. The answer is its mapTypeId. */
export async function storeMapType(written: unknown): Promise<string> {
  const body = written as Ingest['NewMapType'];
  const { mapTypeId } = await content(ingest.POST('/map-types', { body }));
  return mapTypeId ?? '';
}

export async function removeMapType(mapTypeId: string): Promise<void> {
  await ingest.DELETE('/map-types/{mapTypeId}', { params: { path: { mapTypeId } } });
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
