import type { Game, PastGame } from '../../api/client';
import type { LobbyEvent } from '../../feed/LobbyFeed';
import type { EndReason } from '../../game/events';
import type { PlayerLook } from '../../map/scene';
import { looksOf } from '../game/usePlayerLooks';

export type LobbyState = 'CREATED' | 'STARTED' | 'ENDED';

export interface LobbyPlayer {
  readonly playerId: string;
  readonly name: string;
  readonly eliminated: boolean;
}

export interface LobbyScore {
  readonly playerId: string;
  readonly name: string;
  readonly total: number;
}

/** A game as a line of the lobby shows it. */
export interface LobbyGame {
  readonly gameId: string;
  readonly state: LobbyState;
  /** Null where only the history knows the game; its map type has the name then. */
  readonly mapName: string | null;
  readonly mapTypeId: string | null;
  readonly width: number;
  readonly height: number;
  readonly participantLimit: number;
  readonly players: readonly LobbyPlayer[];
  /** Known even where the players are not. */
  readonly playerCount: number;
  readonly durationMs: number;
  readonly createdAtMs: number;
  readonly endsAtMs: number | null;
  readonly endedAtMs: number | null;
  readonly endReason: EndReason | null;
  readonly practiceFor: string | null;
  /** When it starts by itself at the latest; null unless a player has opened it for others. */
  readonly startsByMs: number | null;
  /** Best first, as far as they are known. */
  readonly scores: readonly LobbyScore[] | null;
}

/** How a game ended, as one speaks of it: practice is ended by whoever practises, a match by an administrator. */
export type Ending = EndReason | 'EARLY';

export function endingOf({ endReason, practiceFor }: LobbyGame): Ending | null {
  return endReason === 'ADMINISTRATOR' && practiceFor !== null ? 'EARLY' : endReason;
}

/** How a player of a game looks; null where nothing is left that tells the order of joining, as in the history. */
export function lookIn(game: LobbyGame, playerId: string, ownPlayerId: string | null): PlayerLook | null {
  const joined = game.players.map((player) => player.playerId);
  return looksOf(joined.length === 0 && playerId === ownPlayerId ? [playerId] : joined, ownPlayerId).get(playerId) ?? null;
}

type Games = ReadonlyMap<string, LobbyGame>;

const RANKS: Record<LobbyState, number> = { CREATED: 0, STARTED: 1, ENDED: 2 };
const timeOrNull = (time: string | undefined): number | null => (time === undefined ? null : Date.parse(time));
const reasonOrNull = (reason: string | undefined): EndReason | null =>
  reason === 'TIME_UP' || reason === 'ADMINISTRATOR' || reason === 'EXPIRED' ? reason : null;

const startOf = ({ match, expiresAt }: Pick<Game, 'match' | 'expiresAt'>): number | null => (match ? timeOrNull(expiresAt) : null);

export function lobbyGameOf(game: Game): LobbyGame {
  const players = (game.participants ?? []).map((participant) => ({
    playerId: participant.playerId ?? '',
    name: participant.playerName ?? '',
    eliminated: participant.eliminated ?? false,
  }));
  return {
    gameId: game.gameId ?? '',
    state: game.state === 'STARTED' || game.state === 'ENDED' ? game.state : 'CREATED',
    mapName: game.mapName ?? '',
    mapTypeId: game.mapTypeId ?? null,
    width: game.width ?? 0,
    height: game.height ?? 0,
    participantLimit: game.participantLimit ?? 0,
    players,
    playerCount: players.length,
    durationMs: game.durationMs ?? 0,
    createdAtMs: timeOrNull(game.createdAt) ?? 0,
    endsAtMs: timeOrNull(game.endsAt),
    endedAtMs: timeOrNull(game.endedAt),
    endReason: reasonOrNull(game.endReason),
    practiceFor: game.practiceFor ?? null,
    startsByMs: startOf(game),
    scores: null,
  };
}

export function lobbyGameOfPast(game: PastGame): LobbyGame {
  const { winner } = game;
  return {
    gameId: game.gameId ?? '',
    state: 'ENDED',
    mapName: null,
    mapTypeId: game.mapTypeId ?? null,
    width: 0,
    height: 0,
    participantLimit: 0,
    players: [],
    playerCount: game.participants ?? 0,
    durationMs: game.durationMs ?? 0,
    createdAtMs: timeOrNull(game.createdAt) ?? 0,
    endsAtMs: null,
    endedAtMs: timeOrNull(game.endedAt),
    endReason: reasonOrNull(game.endReason),
    practiceFor: game.practiceFor ?? null,
    startsByMs: null,
    scores: winner === undefined ? [] : [{ playerId: winner.playerId ?? '', name: winner.playerName ?? '', total: winner.total ?? 0 }],
  };
}

/** Puts games that were read beside those that are known; a game that is further on already stays as it is. */
export function withRead(games: Games, read: readonly LobbyGame[]): Map<string, LobbyGame> {
  const merged = new Map(games);
  for (const game of read) {
    const known = merged.get(game.gameId);
    if (known === undefined || RANKS[known.state] <= RANKS[game.state]) merged.set(game.gameId, { ...game, scores: game.scores ?? known?.scores ?? null });
  }
  return merged;
}

function created(event: Extract<LobbyEvent, { type: 'GameCreated' }>): LobbyGame {
  return {
    gameId: event.gameId,
    state: 'CREATED',
    mapName: event.mapName,
    mapTypeId: event.mapTypeId ?? null,
    width: event.width,
    height: event.height,
    participantLimit: event.participantLimit,
    players: [],
    playerCount: 0,
    durationMs: event.durationMs,
    createdAtMs: Date.parse(event.time),
    endsAtMs: null,
    endedAtMs: null,
    endReason: null,
    practiceFor: event.practiceFor ?? null,
    startsByMs: startOf(event),
    scores: null,
  };
}

function changed(game: LobbyGame, event: LobbyEvent): LobbyGame {
  switch (event.type) {
    case 'GameStarted':
      return game.state === 'CREATED' ? { ...game, state: 'STARTED', endsAtMs: Date.parse(event.endsAt) } : game;
    case 'PlayerJoined': {
      const { playerId } = event;
      if (playerId === undefined || game.players.some((player) => player.playerId === playerId)) return game;
      const players = [...game.players, { playerId, name: event.playerName, eliminated: false }];
      return { ...game, players, playerCount: players.length };
    }
    case 'PlayerEliminated':
      return {
        ...game,
        players: game.players.map((player) => (player.playerId === event.playerId ? { ...player, eliminated: true } : player)),
      };
    case 'GameEnded': {
      const names = new Map(game.players.map((player) => [player.playerId, player.name]));
      const scores = event.standings.map(({ playerId, total }) => ({ playerId, name: names.get(playerId) ?? '', total }));
      return { ...game, state: 'ENDED', endedAtMs: Date.parse(event.time), endReason: event.reason, scores };
    }
    default:
      return game;
  }
}

/** Folds events of all games in. Those that come again change nothing, because none of them takes a game back. */
export function withEvents(games: Games, events: readonly LobbyEvent[]): Map<string, LobbyGame> {
  const next = new Map(games);
  for (const event of events) {
    const known = next.get(event.gameId);
    if (event.type === 'GamePurged') next.delete(event.gameId);
    else if (event.type === 'GameCreated') next.set(event.gameId, known ?? created(event));
    else if (known !== undefined) next.set(event.gameId, changed(known, event));
  }
  return next;
}

export function gamesIn(games: Games, state: LobbyState): LobbyGame[] {
  const found = [...games.values()].filter((game) => game.state === state);
  const ageMs = (game: LobbyGame): number => (state === 'ENDED' ? (game.endedAtMs ?? game.createdAtMs) : game.createdAtMs);
  return found.sort((one, other) => ageMs(other) - ageMs(one));
}

/** The matches that run now and did not before; practice begins all the time, and is nobody else's business. */
export function begunMatches(before: readonly LobbyGame[], now: readonly LobbyGame[]): LobbyGame[] {
  const known = new Set(before.map((game) => game.gameId));
  return now.filter((game) => game.practiceFor === null && !known.has(game.gameId));
}
