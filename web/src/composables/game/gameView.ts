import { inject, provide, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue';
import type { GameState } from '../../game/GameState';
import type { PlayerLook } from '../../map/scene';
import type { Orders } from './useOrders';
import type { Playhead } from './usePlayhead';
import type { SelectionModel } from './useSelection';
import type { Stepping } from './useStepping';
import type { GameSession } from './useGame';

/** Parts of the page that can be opened and closed, with keys too. */
export interface Panels {
  readonly standings: Ref<boolean>;
  readonly side: Ref<boolean>;
  readonly table: Ref<boolean>;
  readonly upgrades: Ref<boolean>;
  readonly robotShop: Ref<boolean>;
  readonly keys: Ref<boolean>;
  readonly result: Ref<boolean>;
}

/** All that the parts of the game page share. */
export interface GameView {
  readonly session: GameSession;
  readonly playhead: Playhead;
  /** The state at the playhead, published a few times a second. */
  readonly state: Readonly<ShallowRef<GameState>>;
  /** The playhead's moment, published with `state`. */
  readonly nowMs: Readonly<ShallowRef<number>>;
  readonly looks: ComputedRef<ReadonlyMap<string, PlayerLook>>;
  readonly selection: SelectionModel;
  readonly ownPlayerId: ComputedRef<string | null>;
  readonly orders: Orders;
  readonly stepping: Stepping;
  readonly panels: Panels;
  readonly reducedMotion: Readonly<ShallowRef<boolean>>;
}

const key: InjectionKey<GameView> = Symbol('game view');

export function provideGameView(view: GameView): void {
  provide(key, view);
}

export function useGameView(): GameView {
  const view = inject(key);
  if (!view) throw new Error('Only parts of the game page may use the game view.');
  return view;
}
