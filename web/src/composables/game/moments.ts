import type { GameState } from '../../game/GameState';
import type { Moment, MomentKind } from '../../game/moments';
import type { PlayerLook } from '../../map/scene';
import type { GameTexts } from '../../texts/game';

/** The kinds that one can jump to, the rare ones first. */
export const MOMENT_KINDS: readonly MomentKind[] = ['LEAD_CHANGE', 'KILL', 'DEATH', 'ELIMINATION', 'DEPLETION', 'DISCOVERY'];

export function momentInWords(moment: Moment, known: GameState, t: GameTexts, looks: ReadonlyMap<string, PlayerLook>): { sentence: string; look: PlayerLook | undefined } {
  const name = moment.playerId === undefined ? '' : (known.players.get(moment.playerId)?.name ?? '');
  const what = t.time.moments[moment.kind];
  return { sentence: name === '' ? what : `${what}: ${name}`, look: moment.playerId === undefined ? undefined : looks.get(moment.playerId) };
}

/** The next moment of a kind after a time, or the last one before it. */
export function neighbourMoment(moments: readonly Moment[], timeMs: number, step: 1 | -1, kind: MomentKind | null): Moment | null {
  const wanted = moments.filter((moment) => kind === null || moment.kind === kind);
  return (step > 0 ? wanted.find((moment) => moment.timeMs > timeMs) : wanted.findLast((moment) => moment.timeMs < timeMs)) ?? null;
}
