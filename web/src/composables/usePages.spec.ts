import { expect, describe, it, vi } from 'vitest';
import { Problem } from '../api/problems';

vi.mock('vue', async (vue) => ({ ...(await vue<object>()), onMounted: (action: () => unknown) => void action() }));
const { usePages } = await import('./usePages');

const read = vi.fn<(after?: number) => Promise<{ items: string[]; next?: number }>>();

async function begun() {
  const pages = usePages(read, (page) => page.items);
  await vi.waitUntil(() => !pages.isLoading.value);
  return pages;
}

describe('usePages', () => {
  it('has the first page at once, and the others behind it when they are wanted', async () => {
    read.mockResolvedValueOnce({ items: ['a', 'b'], next: 2 }).mockResolvedValueOnce({ items: ['c'] });
    const { rows, newest, loadMore } = await begun();
    expect([rows.value, newest.value?.next]).toEqual([['a', 'b'], 2]);
    await loadMore();
    expect([rows.value, newest.value?.next]).toEqual([['a', 'b', 'c'], undefined]);
    expect(read.mock.calls).toEqual([[undefined], [2]]);
  });

  it('keeps what it has when a page cannot be had, and asks for the same one again', async () => {
    read.mockReset();
    read.mockResolvedValueOnce({ items: ['a'], next: 1 }).mockRejectedValueOnce(new Problem({ code: 'NOT_AVAILABLE', status: 503, detail: '' }));
    const { rows, problem, loadMore } = await begun();
    await loadMore();
    expect([rows.value, problem.value?.code]).toEqual([['a'], 'NOT_AVAILABLE']);
    read.mockResolvedValueOnce({ items: ['b'] });
    await loadMore();
    expect([rows.value, problem.value]).toEqual([['a', 'b'], null]);
    expect(read).toHaveBeenLastCalledWith(1);
  });
});
