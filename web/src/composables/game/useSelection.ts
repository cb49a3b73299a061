import { shallowRef, type ShallowRef } from 'vue';
import type { Selection } from '../../map/scene';

export interface SelectionModel {
  readonly selected: Readonly<ShallowRef<Selection | null>>;
  /** This player's robots are bright, the others dimmed. */
  readonly followedPlayerId: Readonly<ShallowRef<string | null>>;
  /** The map keeps this robot in its middle. */
  readonly followedRobotId: Readonly<ShallowRef<string | null>>;
  select(selection: Selection | null): void;
  followPlayer(playerId: string): void;
  followRobot(robotId: string): void;
  clear(): void;
}

export function isSame(one: Selection | null, other: Selection | null): boolean {
  if (one === null || other === null) return one === other;
  switch (one.kind) {
    case 'robot':
      return other.kind === 'robot' && one.robotId === other.robotId;
    case 'player':
      return other.kind === 'player' && one.playerId === other.playerId;
    case 'tile':
      return other.kind === 'tile' && one.tile.x === other.tile.x && one.tile.y === other.tile.y;
  }
}

export function useSelection(): SelectionModel {
  const selected = shallowRef<Selection | null>(null);
  const followedPlayerId = shallowRef<string | null>(null);
  const followedRobotId = shallowRef<string | null>(null);
  return {
    selected,
    followedPlayerId,
    followedRobotId,
    select: (selection) => {
      if (!isSame(selected.value, selection)) selected.value = selection;
    },
    followPlayer: (playerId) => {
      followedPlayerId.value = followedPlayerId.value === playerId ? null : playerId;
    },
    followRobot: (robotId) => {
      followedRobotId.value = followedRobotId.value === robotId ? null : robotId;
    },
    clear: () => {
      selected.value = null;
      followedPlayerId.value = null;
      followedRobotId.value = null;
    },
  };
}
