import type { Effect } from '../effects';
import type { Frame } from '../frame';
import { playerColour } from '../palette';

const TURN = 2 * Math.PI;
const SPARKS = 7;
/** Where a mark stands still for a viewer who wants less motion. */
const STILL_PROGRESS = 0.3;

type Draw = (frame: Frame, effect: Effect, progress: number) => void;

/** What has just happened, each where it happened. */
export function drawEffects(frame: Frame, effects: readonly Effect[]): void {
  const { context, scene } = frame;
  for (const effect of effects) {
    const colour = effect.playerId === undefined ? undefined : scene.looks.get(effect.playerId)?.colour;
    const css = colour === undefined ? frame.palette.text : playerColour(frame.palette, colour);
    context.strokeStyle = css;
    context.fillStyle = css;
    DRAW[effect.kind](frame, effect, scene.reducedMotion ? STILL_PROGRESS : effect.progress);
  }
  context.globalAlpha = 1;
}

const DRAW: Record<Effect['kind'], Draw> = {
  shot(frame, effect, progress) {
    const { context, camera, palette } = frame;
    const x = camera.toScreenX(effect.x);
    const y = camera.toScreenY(effect.y);
    context.globalAlpha = 1 - progress;
    context.lineCap = 'round';
    context.lineWidth = Math.max(1.25, camera.zoom * 0.035);
    context.beginPath();
    context.moveTo(camera.toScreenX(effect.fromX), camera.toScreenY(effect.fromY));
    context.lineTo(x, y);
    context.stroke();
    context.fillStyle = palette.ownRim;
    context.globalAlpha = (1 - progress) * 0.85;
    context.beginPath();
    context.arc(x, y, size(frame, 0.05 + 0.09 * (1 - progress), 2), 0, TURN);
    context.fill();
    ring(frame, effect, size(frame, 0.1 + 0.16 * progress, 4), 1 - progress);
  },
  burst(frame, effect, progress) {
    const { context, camera } = frame;
    const out = 1 - (1 - progress) ** 3;
    const reach = size(frame, 0.5, 9) * out;
    const x = camera.toScreenX(effect.x);
    const y = camera.toScreenY(effect.y);
    context.globalAlpha = 1 - progress;
    context.lineCap = 'round';
    context.lineWidth = Math.max(1.25, camera.zoom * 0.04 * (1 - progress));
    context.beginPath();
    for (let spark = 0; spark < SPARKS; spark++) {
      const angle = (spark * TURN) / SPARKS + 0.3;
      context.moveTo(x + Math.cos(angle) * reach * 0.6, y + Math.sin(angle) * reach * 0.6);
      context.lineTo(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach);
    }
    context.stroke();
    ring(frame, effect, reach * 0.75, (1 - progress) * 0.6);
  },
  loot(frame, effect, progress) {
    const { context, camera } = frame;
    const fromX = camera.toScreenX(effect.fromX);
    const fromY = camera.toScreenY(effect.fromY);
    const wayX = camera.toScreenX(effect.x) - fromX;
    const wayY = camera.toScreenY(effect.y) - fromY;
    context.globalAlpha = 1 - progress * progress;
    context.beginPath();
    for (let dot = 0; dot < 4; dot++) {
      const share = Math.min(1, Math.max(0, progress * 1.5 - dot * 0.12));
      const lift = Math.sin(share * Math.PI) * size(frame, 0.16, 5);
      const x = fromX + wayX * share;
      const y = fromY + wayY * share - lift;
      context.moveTo(x + 2, y);
      context.arc(x, y, size(frame, 0.035, 1.6), 0, TURN);
    }
    context.fill();
  },
  sale(frame, effect, progress) {
    write(frame, effect, 0.3 + 0.4 * ease(progress), fade(progress), 650);
  },
  gain(frame, effect, progress) {
    write(frame, effect, 0.25 + 0.25 * ease(progress), fade(progress) * 0.85, 550);
  },
  glow(frame, effect, progress) {
    const { context, camera } = frame;
    context.globalAlpha = 0.28 * (1 - progress);
    context.beginPath();
    context.arc(camera.toScreenX(effect.x), camera.toScreenY(effect.y), size(frame, 0.42, 7), 0, TURN);
    context.fill();
    ring(frame, effect, size(frame, 0.3 + 0.16 * ease(progress), 7), 1 - progress);
  },
  pulse(frame, effect, progress) {
    ring(frame, effect, size(frame, 0.26 + 0.16 * ease(progress), 4), 0.55 * (1 - progress));
  },
  collapse(frame, effect, progress) {
    ring(frame, effect, size(frame, 0.46 * (1 - ease(progress)), 1), 0.9 * (1 - progress * progress));
    ring(frame, effect, size(frame, 0.3 * (1 - ease(progress)), 0.5), 0.5 * (1 - progress));
  },
  ping(frame, effect, progress) {
    for (const delay of [0, 0.25]) {
      const share = Math.max(0, progress - delay) / (1 - delay);
      ring(frame, effect, size(frame, 0.2 + 0.6 * ease(share), 5 + 10 * share), 0.9 * (1 - share));
    }
  },
  failure(frame, effect, progress) {
    const shake = frame.scene.reducedMotion ? 0 : Math.sin(progress * TURN * 2.5) * size(frame, 0.04, 1.5) * (1 - progress);
    frame.context.strokeStyle = frame.palette.danger;
    cross(frame, effect, shake, 1 - progress);
  },
  discard(frame, effect, progress) {
    frame.context.strokeStyle = frame.palette.danger;
    ring(frame, effect, size(frame, 0.2, 5), 1 - progress);
    cross(frame, effect, 0, 1 - progress);
  },
  count(frame, effect, progress) {
    frame.context.fillStyle = effect.text.startsWith('+') ? frame.palette.text : frame.palette.danger;
    write(frame, effect, 0.34, 1 - progress * 0.8, 600);
  },
};

function ring({ context, camera }: Frame, effect: Effect, radius: number, alpha: number): void {
  context.globalAlpha = Math.max(0, alpha);
  context.lineWidth = Math.max(1, Math.min(2.5, camera.zoom * 0.03));
  context.beginPath();
  context.arc(camera.toScreenX(effect.x), camera.toScreenY(effect.y), Math.max(0, radius), 0, TURN);
  context.stroke();
}

function cross(frame: Frame, effect: Effect, shift: number, alpha: number): void {
  const { context, camera } = frame;
  const x = camera.toScreenX(effect.x) + shift + size(frame, 0.16, 4);
  const y = camera.toScreenY(effect.y) - size(frame, 0.16, 4);
  const arm = size(frame, 0.05, 2);
  context.globalAlpha = alpha;
  context.lineCap = 'round';
  context.lineWidth = Math.max(1.25, camera.zoom * 0.03);
  context.beginPath();
  context.moveTo(x - arm, y - arm);
  context.lineTo(x + arm, y + arm);
  context.moveTo(x + arm, y - arm);
  context.lineTo(x - arm, y + arm);
  context.stroke();
}

/** Text above a place, with a rim of the sky so that it can be read over everything. */
function write(frame: Frame, effect: Effect, lift: number, alpha: number, weight: number): void {
  const { context, camera, palette } = frame;
  const sizePx = Math.round(Math.min(15, Math.max(9, camera.zoom * 0.24)));
  const x = camera.toScreenX(effect.x);
  const y = camera.toScreenY(effect.y) - Math.max(6, camera.zoom * lift) - effect.row * (sizePx + 2);
  context.globalAlpha = alpha;
  context.font = `${weight} ${sizePx}px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = palette.sky;
  context.strokeText(effect.text, x, y);
  context.fillText(effect.text, x, y);
}

function size({ camera }: Frame, tiles: number, leastPx: number): number {
  return Math.max(leastPx, camera.zoom * tiles);
}

function ease(progress: number): number {
  return 1 - (1 - progress) ** 2;
}

/** Full until two thirds, then away. */
function fade(progress: number): number {
  return Math.min(1, (1 - progress) * 3);
}
