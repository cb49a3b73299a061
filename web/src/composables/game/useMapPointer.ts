import { shallowRef, type ShallowRef } from 'vue';
import type { Tile } from '../../game/events';
import type { Robot } from '../../game/GameState';
import { sameTile } from '../../game/tiles';
import type { Hit } from '../../map/hitTest';
import type { MapRenderer } from '../../map/MapRenderer';
import type { Selection } from '../../map/scene';
import { useGameView } from './gameView';

export interface PointerTip {
  readonly x: number;
  readonly y: number;
  readonly robotId: string | null;
  readonly tile: Tile;
}

/** From here on a press is a drag, not a click. */
const DRAG_PX = 5;
const WHEEL_ZOOM = 0.0015;

export type ClickMeaning =
  | { readonly kind: 'attack'; readonly targetRobotId: string }
  | { readonly kind: 'noTarget' }
  | { readonly kind: 'go'; readonly tile: Tile }
  | { readonly kind: 'select'; readonly selection: Selection | null };

/**
 * What a click wants. A robot that aims waits for its target, so that a click beside one is no way to go.
 *
 * @param commanded the player's own robot that is selected and can be told something
 */
export function meaningOf(hit: Hit | null, commanded: Robot | null, isAiming: boolean): ClickMeaning {
  if (commanded && isAiming) return hit?.robotId === undefined ? { kind: 'noTarget' } : { kind: 'attack', targetRobotId: hit.robotId };
  if (!hit?.tile) return { kind: 'select', selection: null };
  if (hit.robotId !== undefined) return { kind: 'select', selection: { kind: 'robot', robotId: hit.robotId } };
  if (commanded && !sameTile(commanded.position, hit.tile)) return { kind: 'go', tile: hit.tile };
  return { kind: 'select', selection: { kind: 'tile', tile: hit.tile } };
}

/** Pan, pinch, zoom, hover and click on the map. */
export function useMapPointer(renderer: ShallowRef<MapRenderer | null>, hovered: ShallowRef<Tile | null>) {
  const { selection, session, orders, ownPlayerId } = useGameView();
  const tip = shallowRef<PointerTip | null>(null);
  const overRobot = shallowRef(false);
  const pressed = new Map<number, { x: number; y: number }>();
  let isDrag = false;
  let travelled = 0;

  function place(event: PointerEvent | WheelEvent): { x: number; y: number } {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  function onDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    pressed.set(event.pointerId, place(event));
    isDrag = pressed.size > 1;
    travelled = 0;
  }

  function onMove(event: PointerEvent): void {
    const at = place(event);
    const before = pressed.get(event.pointerId);
    if (before) drag(event.pointerId, before, at);
    else hover(at);
  }

  function drag(pointerId: number, before: { x: number; y: number }, at: { x: number; y: number }): void {
    const camera = renderer.value?.camera;
    const other = [...pressed].find(([id]) => id !== pointerId)?.[1];
    pressed.set(pointerId, at);
    travelled += Math.hypot(at.x - before.x, at.y - before.y);
    isDrag ||= travelled > DRAG_PX;
    if (!camera || !isDrag) return;
    tip.value = null;
    if (selection.followedRobotId.value !== null) selection.followRobot(selection.followedRobotId.value);
    if (other) {
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      const is = Math.hypot(at.x - other.x, at.y - other.y);
      if (was > 0) camera.zoomAt(is / was, (at.x + other.x) / 2, (at.y + other.y) / 2);
      camera.panBy((at.x - before.x) / 2, (at.y - before.y) / 2);
    } else {
      camera.panBy(at.x - before.x, at.y - before.y);
    }
  }

  function hover(at: { x: number; y: number }): void {
    const hit = renderer.value?.hitTest(at.x, at.y);
    const tile = hit?.tile ?? null;
    overRobot.value = hit?.robotId !== undefined;
    if (tile === null || hovered.value === null || !sameTile(tile, hovered.value)) hovered.value = tile;
    tip.value = tile === null ? null : { ...at, robotId: hit?.robotId ?? null, tile };
  }

  function onUp(event: PointerEvent): void {
    const at = pressed.get(event.pointerId);
    pressed.delete(event.pointerId);
    if (at && !isDrag) click(at);
  }

  function click(at: { x: number; y: number }): void {
    const selected = selection.selected.value;
    const chosen = selected?.kind === 'robot' ? session.latest.value.robots.get(selected.robotId) : undefined;
    const commanded = chosen && !chosen.destroyed && chosen.playerId === ownPlayerId.value && orders.canPlay.value ? chosen : null;
    const isAiming = commanded !== null && orders.aimingRobotId.value === commanded.robotId;
    const meaning = meaningOf(renderer.value?.hitTest(at.x, at.y) ?? null, commanded, isAiming);
    if (meaning.kind === 'select') selection.select(meaning.selection);
    else if (meaning.kind === 'noTarget') orders.askForTarget();
    else if (commanded && meaning.kind === 'attack') orders.attack(commanded, meaning.targetRobotId);
    else if (commanded && meaning.kind === 'go') orders.goTo(commanded, meaning.tile);
  }

  function onWheel(event: WheelEvent): void {
    const at = place(event);
    renderer.value?.camera.zoomAt(Math.exp(-event.deltaY * WHEEL_ZOOM), at.x, at.y);
  }

  function onLeave(): void {
    hovered.value = null;
    tip.value = null;
    overRobot.value = false;
  }

  function onCancel(event: PointerEvent): void {
    pressed.delete(event.pointerId);
  }

  return { tip, overRobot, onDown, onMove, onUp, onCancel, onLeave, onWheel };
}
