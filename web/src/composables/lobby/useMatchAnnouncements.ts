import { watch, type Ref } from 'vue';
import { useAnnouncer } from '../useAnnouncer';
import { useTexts } from '../useTexts';
import { begunMatches, type LobbyGame } from './lobbyGames';

/** Has it read out when a match begins; those that ran when the lobby was opened are no news. */
export function useMatchAnnouncements(running: Readonly<Ref<readonly LobbyGame[]>>, hasRead: Readonly<Ref<boolean>>): void {
  const { t } = useTexts();
  const { announce } = useAnnouncer();

  watch([running, hasRead], ([now], [before, hadRead]) => {
    if (!hadRead) return;
    const begun = begunMatches(before, now);
    if (begun.length > 0) announce(t.lobby.begun(begun.map((game) => game.mapName ?? t.lobby.ownMap)));
  });
}
