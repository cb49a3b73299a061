import { computed } from 'vue';
import { useRouter } from 'vue-router';
import { endGame, practiceGame } from '../../api/client';
import { useRequest } from '../useRequest';
import { useSession } from '../useSession';

export interface PracticeWish {
  readonly mapTypeId?: string;
  readonly bots?: number;
  readonly durationMs?: number;
}

/** Starts practice games and opens them; who is not signed in becomes a guest on the way. */
export function usePractice() {
  const router = useRouter();
  const { asPlayer } = useSession();
  const { isBusy, problem, run } = useRequest();

  /** The practice game that still runs, if that is why another one was refused. */
  const runningGameId = computed(() => (problem.value?.code === 'PRACTICE_GAME_RUNNING' ? (problem.value.gameId ?? null) : null));

  async function open(gameId: string | undefined): Promise<void> {
    if (gameId !== undefined) await router.push({ name: 'game', params: { gameId } });
  }

  async function start(wish: PracticeWish = {}): Promise<void> {
    await open(await run(() => asPlayer(() => practiceGame(wish))));
  }

  async function restart(endedGameId: string, wish: PracticeWish = {}): Promise<void> {
    await open(
      await run(() =>
        asPlayer(async () => {
          await endGame(endedGameId);
          return practiceGame(wish);
        }),
      ),
    );
  }

  return { isBusy, problem, runningGameId, start, restart, open };
}
