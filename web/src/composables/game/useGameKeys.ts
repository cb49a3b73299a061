import type { Robot } from '../../game/GameState';
import { useKeyboard, type KeyBindings } from './useKeyboard';
import type { GameView } from './gameView';

export interface MapControls {
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
}

const LONG_STEP_MS = 10_000;

/** All keys of the game page. */
export function useGameKeys(view: GameView, map: () => MapControls | null): void {
  const { playhead, selection, session, orders, panels, stepping, ownPlayerId } = view;

  function selectedOwn(): Robot | null {
    const selected = selection.selected.value;
    const robot = selected?.kind === 'robot' ? session.latest.value.robots.get(selected.robotId) : undefined;
    return robot && !robot.destroyed && robot.playerId === ownPlayerId.value ? robot : null;
  }

  function withOwn(run: (robot: Robot) => void): () => void {
    return () => {
      const robot = selectedOwn();
      if (robot && orders.canPlay.value) run(robot);
    };
  }

  function follow(): void {
    const selected = selection.selected.value;
    if (selected?.kind === 'robot') selection.followRobot(selected.robotId);
    else if (selected?.kind === 'player') selection.followPlayer(selected.playerId);
  }

  function nextOwnRobot(): void {
    const own = [...session.latest.value.robots.values()].filter((robot) => robot.playerId === ownPlayerId.value && !robot.destroyed);
    const selected = selection.selected.value;
    const index = own.findIndex((robot) => selected?.kind === 'robot' && robot.robotId === selected.robotId);
    const next = own[(index + 1) % own.length];
    if (next) selection.select({ kind: 'robot', robotId: next.robotId });
  }

  function escape(): void {
    if (orders.aimingRobotId.value !== null) orders.aimingRobotId.value = null;
    else if (panels.upgrades.value || panels.robotShop.value) panels.upgrades.value = panels.robotShop.value = false;
    else selection.clear();
  }

  const bindings: KeyBindings = {
    space: () => playhead.togglePlay(),
    k: () => playhead.togglePlay(),
    arrowleft: () => stepping.event(-1),
    arrowright: () => stepping.event(1),
    'shift+arrowleft': () => playhead.moveBy(-LONG_STEP_MS),
    'shift+arrowright': () => playhead.moveBy(LONG_STEP_MS),
    j: () => (playhead.position.value.speed > 1 ? playhead.changeSpeed(-1) : playhead.moveBy(-LONG_STEP_MS)),
    l: () => (playhead.position.value.playing ? playhead.changeSpeed(1) : playhead.play()),
    '[': () => stepping.moment(-1),
    ']': () => stepping.moment(1),
    end: () => playhead.goLive(),
    home: () => playhead.moveTo(session.startMs.value),
    '+': () => map()?.zoomIn(),
    '=': () => map()?.zoomIn(),
    '-': () => map()?.zoomOut(),
    '−': () => map()?.zoomOut(),
    '0': () => map()?.fit(),
    f: follow,
    n: nextOwnRobot,
    t: () => {
      panels.table.value = !panels.table.value;
    },
    escape,
    m: withOwn(orders.mine),
    s: withOwn(orders.sell),
    a: withOwn((robot) => {
      orders.aimingRobotId.value = orders.aimingRobotId.value === robot.robotId ? null : robot.robotId;
    }),
    u: withOwn(() => {
      panels.upgrades.value = !panels.upgrades.value;
    }),
    b: () => {
      if (orders.canPlay.value) panels.robotShop.value = !panels.robotShop.value;
    },
    '?': () => {
      panels.keys.value = true;
    },
  };
  useKeyboard(bindings);
}
