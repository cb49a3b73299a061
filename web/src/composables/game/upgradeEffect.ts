import type { Rules, Upgrade } from '../../game/events';
import type { Format } from '../../texts';
import type { GameTexts } from '../../texts/game';

const VALUES: Readonly<Record<Upgrade, (rules: Rules) => readonly number[]>> = {
  STORAGE: (rules) => rules.storage,
  MINING: (rules) => rules.miningUnits,
  DAMAGE: (rules) => rules.damage,
  HEALTH: (rules) => rules.health,
  HEALTH_REGENERATION: (rules) => rules.healthRegenerationPercent,
  ENERGY_CAPACITY: (rules) => rules.energyCapacity,
  ENERGY_REGENERATION: (rules) => rules.energyRegeneration,
  COOLDOWN: (rules) => rules.cooldownPercent,
};

/** What the next level of an upgrade changes; for mining also what it can hold from then on. */
export function upgradeEffect(rules: Rules, upgrade: Upgrade, level: number, t: GameTexts, format: Format): string {
  const values = VALUES[upgrade](rules);
  const change = t.upgradesChange[upgrade](format.number(values[level] ?? 0), format.number(values[level + 1] ?? 0));
  const resource = rules.miningResource[level + 1];
  const isNew = upgrade === 'MINING' && resource !== undefined && resource !== rules.miningResource[level];
  return isNew ? `${change}, ${t.terms.resources[resource]}` : change;
}
