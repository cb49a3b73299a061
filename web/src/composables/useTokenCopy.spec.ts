import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problems';

const { newToken } = vi.hoisted(() => ({ newToken: vi.fn<() => Promise<string>>() }));
vi.mock('../api/client', () => ({ newToken }));
vi.mock('./useSession', () => ({ useSession: () => ({ asSelf: (action: () => Promise<unknown>) => action() }) }));

const { useTokenCopy } = await import('./useTokenCopy');
let clipboard: string[];

beforeEach(() => {
  clipboard = [];
  vi.stubGlobal('navigator', { clipboard: { writeText: (text: string) => Promise.resolve(void clipboard.push(text)) } });
  newToken.mockReset().mockResolvedValue('x.y.z');
});

afterEach(() => vi.unstubAllGlobals());

describe('useTokenCopy', () => {
  it('copies a token that was made for it', async () => {
    const { copied, copy } = useTokenCopy();
    await copy();
    expect([copied.value, clipboard]).toEqual([{ token: 'x.y.z', outcome: 'copied' }, ['x.y.z']]);
  });

  it('copies the same token when it is asked again', async () => {
    const { copy } = useTokenCopy();
    await copy();
    await copy();
    expect(clipboard).toEqual(['x.y.z', 'x.y.z']);
    expect(newToken).toHaveBeenCalledTimes(1);
  });

  it('says why there is none', async () => {
    const refusal = new Problem({ code: 'STARTING', status: 503, detail: '' });
    newToken.mockRejectedValue(refusal);
    const { copied, problem, copy } = useTokenCopy();
    await copy();
    expect([copied.value, problem.value, clipboard]).toEqual([null, refusal, []]);
  });
});
