import type { ScorerProfile } from '../../model/scorer.js';
import { driftResistance } from './card/drift-resistance.js';
import { scoreCycle } from './card/score-cycle.js';

/**
 * The scorer profile obey-1: answers are judged by what they do with a value, not by whether its letters occur. Nothing is
 * earned without shown knowledge, mention is no violation, each constraint counts once, and an artifact is as long as
 * what the next cycle gets to see of it.
 */
export const obey1Profile: ScorerProfile = { version: 'obey-1', scoreCycle, driftResistance };
