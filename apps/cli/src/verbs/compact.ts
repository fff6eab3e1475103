import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { compactEstimateVerb } from './compact/estimate.js';
import { compactGenerateVerb } from './compact/generate.js';
import { compactLeaderboardVerb } from './compact/leaderboard.js';
import { compactListVerbs } from './compact/lists.js';
import { compactQualifyVerb } from './compact/qualify.js';
import { compactRunVerb } from './compact/run.js';
import { compactScoreVerb } from './compact/score.js';
import { compactSubmitVerb } from './compact/submit.js';
import { compactValidateSubmissionVerb } from './compact/validate-submission.js';
import { compactWeaknessesVerb } from './compact/weaknesses.js';

/** `obey compact`: what survives when a context is compacted. */
export function compactVerb(program: Command, context: CommandContext): void {
  const verb = program
    .command('compact')
    .description('benchmark methods of compacting a context; its files are those of CompactBench');
  for (const add of [
    compactRunVerb,
    compactScoreVerb,
    compactEstimateVerb,
    compactGenerateVerb,
    compactListVerbs,
    compactSubmitVerb,
    compactQualifyVerb,
    compactLeaderboardVerb,
    compactValidateSubmissionVerb,
    compactWeaknessesVerb,
  ])
    add(verb, context);
}
