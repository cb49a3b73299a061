import type { Levels, Rules, Upgrade } from './events';

export const LEVEL_MAXIMUM = 5;

export const NO_LEVELS: Levels = {
  storage: 0,
  mining: 0,
  damage: 0,
  health: 0,
  healthRegeneration: 0,
  energyCapacity: 0,
  energyRegeneration: 0,
  cooldown: 0,
};

const LEVEL_OF: Readonly<Record<Upgrade, keyof Levels>> = {
  STORAGE: 'storage',
  MINING: 'mining',
  DAMAGE: 'damage',
  HEALTH: 'health',
  HEALTH_REGENERATION: 'healthRegeneration',
  ENERGY_CAPACITY: 'energyCapacity',
  ENERGY_REGENERATION: 'energyRegeneration',
  COOLDOWN: 'cooldown',
};

export const UPGRADES = Object.keys(LEVEL_OF) as readonly Upgrade[];

export function levelOf(levels: Levels, upgrade: Upgrade): number {
  return levels[LEVEL_OF[upgrade]];
}

export function withLevel(levels: Levels, upgrade: Upgrade, level: number): Levels {
  return { ...levels, [LEVEL_OF[upgrade]]: level };
}

/** What some steps up from a level cost together, in credits; null if they lead above the highest. */
export function upgradePrice(rules: Rules, upgrade: Upgrade, fromLevel: number, levels = 1): number | null {
  if (fromLevel + levels > LEVEL_MAXIMUM) {
    return null;
  }
  const prices = upgrade === 'MINING' ? rules.miningUpgradePrice : rules.upgradePrice;
  return prices.slice(fromLevel + 1, fromLevel + levels + 1).reduce((sum, price) => sum + price, 0);
}
