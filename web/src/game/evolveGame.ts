import type { EventOf, Rules } from './events';
import type { GameState } from './GameState';
import { changePlayer } from './records';
import { NO_POINTS } from './scores';

export function gameCreated(state: GameState, event: EventOf<'GameCreated'>): void {
  state.mapName = event.map.name;
  state.participantLimit = event.participantLimit;
  state.durationMs = event.durationMs;
  state.createdAtMs = Date.parse(event.time);
  state.practiceFor = event.practiceFor ?? null;
  // The schema lets those who create a game leave values out; the event has all of them.
  state.rules = event.rules as Rules;
}

export function gameStarted(state: GameState, event: EventOf<'GameStarted'>): void {
  if (state.phase === 'WAITING') {
    state.phase = 'RUNNING';
  }
  state.startedAtMs = Date.parse(event.startedAt);
  state.endsAtMs = Date.parse(event.endsAt);
}

export function gameEnded(state: GameState, event: EventOf<'GameEnded'>): void {
  state.phase = 'ENDED';
  state.endedAtMs = Date.parse(event.time);
  state.endReason = event.reason;
  state.standings = event.standings;
}

export function playerJoined(state: GameState, event: EventOf<'PlayerJoined'>): void {
  const playerId = event.playerId;
  if (playerId === undefined || state.players.has(playerId)) {
    return;
  }
  state.players.set(playerId, {
    sequence: event.sequence,
    playerId,
    name: event.playerName,
    number: event.number,
    homeStation: event.homeStation,
    balance: event.balance,
    points: NO_POINTS,
    total: 0,
    robots: 0,
    robotsBought: 0,
    miningProcesses: 0,
    salesRevenue: 0,
    kills: {},
    eliminated: false,
  });
}

export function playerEliminated(state: GameState, event: EventOf<'PlayerEliminated'>): void {
  changePlayer(state, event, event.playerId, () => ({ eliminated: true }));
}
