import { ENERGY_UNIT, HEALTH_UNIT } from '../conditions';
import type { GameState } from '../GameState';
import type { SnapshotAnswer, SnapshotGame } from '../snapshot';
import { tileAt } from '../tiles';

/**
 * The answer to GET /games/{gameId}/snapshot for a state.
 *
 * @param sequence what the server claims; the records may contain later events than that
 */
export function asSnapshot(state: GameState, sequence = state.sequence): SnapshotAnswer {
  const { map } = state;
  return {
    sequence,
    time: isoOf(state.timeMs) ?? '',
    game: {
      gameId: state.gameId,
      state: ({ WAITING: 'CREATED', RUNNING: 'STARTED', ENDED: 'ENDED' } as const)[state.phase],
      mapName: state.mapName,
      participantLimit: state.participantLimit,
      durationMs: state.durationMs,
      createdAt: isoOf(state.createdAtMs) ?? '',
      startedAt: isoOf(state.startedAtMs),
      endsAt: isoOf(state.endsAtMs),
      endedAt: isoOf(state.endedAtMs),
      endReason: state.endReason ?? undefined,
      practiceFor: state.practiceFor ?? undefined,
      rules: state.rules,
      standings: state.standings ?? undefined,
    } satisfies SnapshotGame,
    map: {
      width: map.width,
      height: map.height,
      gravity: [...map.gravity].join(''),
      structure: [...map.voids].map((isVoid) => (isVoid ? '#' : '.')).join(''),
      contents: [...map.contents].map(([index, kind]) => ({ ...tileAt(map, index), kind })),
    },
    robots: [...state.robots.values()].map((robot) => ({
      sequence: robot.sequence,
      robot: {
        robotId: robot.robotId,
        playerId: robot.playerId,
        name: robot.name,
        destroyed: robot.destroyed,
        condition: {
          position: robot.position,
          health: Math.floor(robot.health / HEALTH_UNIT),
          healthFraction: robot.health % HEALTH_UNIT,
          energy: Math.floor(robot.energy / ENERGY_UNIT),
          energyFraction: robot.energy % ENERGY_UNIT,
          asOf: isoOf(robot.asOfMs) ?? '',
          readyAt: isoOf(robot.readyAtMs) ?? '',
          queued: robot.queue.length,
        },
        levels: robot.levels,
        damageBonus: robot.damageBonus,
        cargo: robot.cargo,
        queue: robot.queue,
        mining:
          robot.mining === null
            ? undefined
            : {
                mine: robot.mining.mine,
                resource: robot.mining.resource,
                completesAt: isoOf(robot.mining.completesAtMs) ?? '',
              },
      },
    })),
    mines: [...state.mines.values()].map(({ sequence: of, position, resource, placedUnits, remainingUnits }) => ({
      sequence: of,
      mine: { position, resource, placedUnits, remainingUnits },
    })),
    accounts: [...state.players.values()].map((player) => ({
      sequence: player.sequence,
      account: {
        playerId: player.playerId,
        playerName: player.name,
        number: player.number,
        homeStation: player.homeStation,
        balance: player.balance,
        robots: player.robots,
        robotsBought: player.robotsBought,
        miningProcesses: player.miningProcesses,
        salesRevenue: player.salesRevenue,
        kills: Object.entries(player.kills).map(([playerId, robots]) => ({ playerId, robots })),
        eliminated: player.eliminated,
      },
      points: player.points,
    })),
  };
}

function isoOf(timeMs: number | null): string | undefined {
  return timeMs === null ? undefined : new Date(timeMs).toISOString();
}
