import { beforeEach, describe, expect, it, vi } from 'vitest';

const { getMapType, listMapTypes } = vi.hoisted(() => ({ getMapType: vi.fn(), listMapTypes: vi.fn() }));
vi.mock('../api/client', () => ({ getMapType, listMapTypes }));

async function load() {
  vi.resetModules();
  const { useMapTypes } = await import('./useMapTypes');
  return useMapTypes();
}

beforeEach(() => {
  getMapType.mockReset().mockResolvedValue({ name: 'maze', width: 2, height: 1, defaultGravity: 'LIGHT', contents: [] });
  listMapTypes.mockReset().mockResolvedValue({ mapTypes: [{ mapTypeId: 'a' }, { mapTypeId: 'b' }] });
});

describe('useMapTypes', () => {
  it('reads each map type once', async () => {
    const { loadMapType } = await load();
    await Promise.all([loadMapType('a'), loadMapType('a')]);
    expect(getMapType).toHaveBeenCalledTimes(1);
  });

  it('shows a removed one no more, though the server still has it for a moment', async () => {
    const { entries, loadEntries, loadMapType, peekMapType, forgetMapType } = await load();
    await Promise.all([loadEntries(), loadMapType('a')]);
    forgetMapType('a');
    expect(entries.value).toEqual([{ mapTypeId: 'b' }]);
    expect(peekMapType('a')).toBeNull();
    await expect(loadMapType('a')).rejects.toMatchObject({ code: 'UNKNOWN_MAP_TYPE', status: 404 });
    await loadEntries();
    expect(entries.value).toEqual([{ mapTypeId: 'b' }]);
  });
});
