import { ref, shallowReactive, shallowRef } from 'vue';
import { getMapType, listMapTypes, type MapType, type MapTypeEntry } from '../api/client';
import { Problem, toProblem } from '../api/problems';
import { planOf, type MapPlan } from '../game/mapType';

export interface LoadedMapType {
  readonly mapType: MapType;
  readonly plan: MapPlan;
}

const PAGE = 100;
/** Map types by id, in the order in which they were first seen. They never change but by being removed, so each is read once. */
const loaded = shallowReactive(new Map<string, LoadedMapType>());
const requested = new Map<string, Promise<LoadedMapType>>();
/** Removed from here: a server that follows the log may have them a moment longer. */
const removed = new Set<string>();
const entries = shallowRef<readonly MapTypeEntry[] | null>(null);
const next = ref<string | undefined>();
const problem = shallowRef<Problem | null>(null);

async function read(mapTypeId: string): Promise<LoadedMapType> {
  if (removed.has(mapTypeId)) throw new Problem({ code: 'UNKNOWN_MAP_TYPE', status: 404, detail: '' });
  const mapType = await getMapType(mapTypeId);
  const made = { mapType, plan: planOf(mapType) };
  loaded.set(mapTypeId, made);
  return made;
}

/** Reads a map type unless it was read before; a failure is forgotten, so that it can be tried again. */
function loadMapType(mapTypeId: string): Promise<LoadedMapType> {
  const request = requested.get(mapTypeId) ?? read(mapTypeId);
  requested.set(mapTypeId, request);
  request.catch(() => requested.delete(mapTypeId));
  return request;
}

/** The one with this id if it has come already; it is asked for otherwise. */
function peekMapType(mapTypeId: string | undefined): LoadedMapType | null {
  if (mapTypeId === undefined) return null;
  const known = loaded.get(mapTypeId);
  if (known === undefined) loadMapType(mapTypeId).catch(() => null);
  return known ?? null;
}

async function loadPage(after: string | undefined): Promise<void> {
  problem.value = null;
  try {
    const page = await listMapTypes(after === undefined ? { limit: PAGE } : { limit: PAGE, after });
    const shown = (page.mapTypes ?? []).filter(({ mapTypeId }) => mapTypeId === undefined || !removed.has(mapTypeId));
    entries.value = [...(after === undefined ? [] : (entries.value ?? [])), ...shown];
    next.value = page.next;
  } catch (error) {
    problem.value = toProblem(error);
  }
}

/** Forgets one that has been removed, so that no way back shows it. */
function forgetMapType(mapTypeId: string): void {
  removed.add(mapTypeId);
  requested.delete(mapTypeId);
  loaded.delete(mapTypeId);
  entries.value = entries.value?.filter((entry) => entry.mapTypeId !== mapTypeId) ?? null;
}

/** Those that came with the installation before those of players, and small maps first: they are what one begins with. */
function inGalleryOrder(one: MapTypeEntry, other: MapTypeEntry): number {
  const tiles = (entry: MapTypeEntry): number => (entry.width ?? 0) * (entry.height ?? 0);
  const isOfPlayer = (entry: MapTypeEntry): number => (entry.playerId === undefined ? 0 : 1);
  return isOfPlayer(one) - isOfPlayer(other) || tiles(one) - tiles(other) || (one.name ?? '').localeCompare(other.name ?? '');
}

/** The stored map types and their plans, shared by all pages. */
export function useMapTypes() {
  return {
    entries,
    next,
    problem,
    inGalleryOrder,
    loadEntries: () => loadPage(undefined),
    loadMore: () => loadPage(next.value),
    loadMapType,
    peekMapType,
    forgetMapType,
  };
}
