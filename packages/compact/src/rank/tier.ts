import { clamp01 } from '../score/neumaier-sum.js';

/** How hard a run compacts, at least: the floor of its compression ratio. */
export const tierFloors = {
  'Elite-Light': 2,
  'Elite-Mid': 4,
  'Elite-Aggressive': 8,
} as const;
export type Tier = keyof typeof tierFloors;
export const tiers = Object.keys(tierFloors) as readonly Tier[];

/** The tier of a name, whatever its case; `light` means `Elite-Light`. Undefined where there is none. */
export const readTier = (name: string): Tier | undefined =>
  tiers.find((tier) => [tier, tier.replace('Elite-', '')].some((known) => known.toLowerCase() === name.toLowerCase()));

/** How far a ratio lies above its tier's floor, in floors, 0–1: twice the floor and more is 1. */
export function compressionBonus(tier: Tier, ratio: number): number {
  const floor = tierFloors[tier];
  return ratio <= floor ? 0 : clamp01((ratio - floor) / floor);
}

/** The highest tier whose floor a ratio reaches; undefined below all of them. */
export const reachedTier = (ratio: number): Tier | undefined => tiers.findLast((tier) => ratio >= tierFloors[tier]);
