import { computed, type ComputedRef } from 'vue';
import type { PlayerLook } from '../../map/scene';

const COLOURS = 8;

/** Looks in the order of joining; one's own is always colour 0, which no one else has then. */
export function looksOf(playerIds: readonly string[], ownPlayerId: string | null): ReadonlyMap<string, PlayerLook> {
  const takesPart = ownPlayerId !== null && playerIds.includes(ownPlayerId);
  const firstOfOthers = takesPart ? 1 : 0;
  const colours = COLOURS - firstOfOthers;
  const others = playerIds.filter((playerId) => playerId !== ownPlayerId);
  const looks = new Map<string, PlayerLook>();
  others.forEach((playerId, index) => {
    looks.set(playerId, { colour: firstOfOthers + (index % colours), shape: Math.floor(index / colours) % 4, isOwn: false });
  });
  if (ownPlayerId !== null && takesPart) looks.set(ownPlayerId, { colour: 0, shape: 0, isOwn: true });
  return looks;
}

export function usePlayerLooks(playerIds: () => readonly string[], ownPlayerId: () => string | null): ComputedRef<ReadonlyMap<string, PlayerLook>> {
  // Joined, so that a frame without a new player keeps the same map.
  const key = computed(() => playerIds().join(' '));
  return computed(() => looksOf(key.value === '' ? [] : key.value.split(' '), ownPlayerId()));
}
