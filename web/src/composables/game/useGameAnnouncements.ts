import { watch } from 'vue';
import { useAnnouncer } from '../useAnnouncer';
import { useTexts } from '../useTexts';
import type { GameView } from './gameView';
import { inWords } from './words';

const TOLD = new Set(['RobotDestroyed', 'PlayerEliminated', 'GameStarted', 'GameEnded']);

/** Tells a screen reader what a spectator would look up for; the announcer keeps it slow. */
export function useGameAnnouncements({ session, playhead, ownPlayerId, panels }: GameView): void {
  const { announce } = useAnnouncer();
  const { t, format } = useTexts();

  session.onEvents((events) => {
    const state = session.timeline.latest;
    if (!playhead.position.value.live) return;
    for (const event of events) {
      const isOwn = event.playerId !== undefined && event.playerId === ownPlayerId.value;
      if (TOLD.has(event.type) || (isOwn && (event.type === 'ActionFailed' || event.type === 'CommandRejected'))) {
        announce(inWords(event, state, t.game));
      }
    }
  });

  watch(session.moments, (moments, before) => {
    const moment = moments.at(-1);
    if (!playhead.position.value.live || moments.length <= before.length || moment?.kind !== 'LEAD_CHANGE') return;
    const leader = session.latest.value.players.get(moment.playerId ?? '');
    if (leader) announce(t.game.announce.lead(leader.name, format.number(leader.total)));
  });

  // The result comes when the view has reached the end, not when the events of the end arrive.
  watch(
    () => !playhead.position.value.live && session.isOver.value && playhead.position.value.nowMs >= session.endMs.value,
    (isAtEnd) => {
      if (isAtEnd) panels.result.value = true;
    },
  );
}
