import { shallowRef } from 'vue';
import { newToken } from '../api/client';
import { copyText, type CopyOutcome } from './copyText';
import { useRequest } from './useRequest';
import { useSession } from './useSession';

/** Gets a token for a program, another one than the browser's own, and copies it. */
export function useTokenCopy() {
  const { asSelf } = useSession();
  const { isBusy, problem, run } = useRequest();
  const copied = shallowRef<{ readonly token: string; readonly outcome: CopyOutcome } | null>(null);

  async function copy(): Promise<void> {
    await run(async () => {
      // One is enough, however often the button is pressed.
      const token = copied.value?.token ?? (await asSelf(newToken));
      copied.value = { token, outcome: await copyText(token) };
    });
  }

  return { isBusy, problem, copied, copy };
}

export type TokenCopying = ReturnType<typeof useTokenCopy>;
