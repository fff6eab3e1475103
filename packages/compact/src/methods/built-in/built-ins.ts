import type { Compact } from './built-in-compactor.js';
import { hierarchicalSummary } from './hierarchical-summary.js';
import { hybridLedger } from './hybrid-ledger.js';
import { naiveSummary } from './naive-summary.js';
import { structuredState } from './structured-state.js';

/** The methods that come with the benchmark. */
export const builtInNames = ['hierarchical-summary', 'hybrid-ledger', 'naive-summary', 'structured-state'] as const;
export type BuiltInName = (typeof builtInNames)[number];

export const builtIns: Readonly<Record<BuiltInName, Compact>> = {
  'hierarchical-summary': hierarchicalSummary,
  'hybrid-ledger': hybridLedger,
  'naive-summary': naiveSummary,
  'structured-state': structuredState,
};
