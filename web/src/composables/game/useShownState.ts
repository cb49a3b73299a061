import { shallowRef, type ShallowRef } from 'vue';
import type { GameState } from '../../game/GameState';
import type { Playhead } from './usePlayhead';
import type { GameSession } from './useGame';

/** Panels need not change with each frame; a jump is shown at once. */
const PUBLISH_MS = 160;
const JUMP_MS = 1_000;

export interface ShownState {
  readonly state: Readonly<ShallowRef<GameState>>;
  readonly nowMs: Readonly<ShallowRef<number>>;
}

/** The state at the playhead for all that is not the map, a few times a second. */
export function useShownState(session: GameSession, playhead: Playhead): ShownState {
  const state = shallowRef<GameState>(session.timeline.stateAt(playhead.position.value.nowMs));
  const nowMs = shallowRef(playhead.position.value.nowMs);
  let publishedAtMs = 0;

  playhead.onFrame((position) => {
    const clockMs = performance.now();
    const stands = !position.live && !position.playing;
    const isJump = Math.abs(position.nowMs - nowMs.value) > Math.max(JUMP_MS, position.speed * PUBLISH_MS * 2);
    if (!stands && !isJump && clockMs - publishedAtMs < PUBLISH_MS) return;
    publishedAtMs = clockMs;
    nowMs.value = position.nowMs;
    state.value = session.timeline.stateAt(position.nowMs);
  });

  return { state, nowMs };
}
