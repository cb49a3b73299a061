import { shallowReactive } from 'vue';
import { getPlayer } from '../api/client';

const names = shallowReactive(new Map<string, string>());
const requested = new Set<string>();

async function read(playerId: string): Promise<void> {
  try {
    const { playerName } = await getPlayer(playerId);
    if (playerName !== undefined) names.set(playerId, playerName);
  } catch {
    // Guests are forgotten after a while; what is left of them is the id.
    requested.delete(playerId);
  }
}

/** Names of players who are known by id only; the beginning of the id until the name is there. */
export function usePlayerNames() {
  function nameOf(playerId: string): string {
    return names.get(playerId) ?? playerId.slice(0, 8);
  }

  function load(playerIds: readonly string[]): void {
    for (const playerId of playerIds) {
      if (requested.has(playerId)) continue;
      requested.add(playerId);
      void read(playerId);
    }
  }

  return { nameOf, load };
}
