import type { Scorecard } from '@obey/schema';
import { type CommandContext, printJson, printLines } from './command-context.js';
import { textOptions } from './text-options.js';

/** Prints what `run` and `judge` found. `trial` is the folder, or the session, that was judged. */
export async function printScorecard(
  context: CommandContext,
  scorecard: Scorecard,
  trial: string,
  json: boolean,
): Promise<void> {
  if (json) {
    const { scorecardDocument } = await import('./scorecard-document.js');
    await printJson(context, scorecardDocument(scorecard, trial));
    return;
  }
  const { renderScorecardText } = await import('@obey/report');
  await context.stdout.write(renderScorecardText(scorecard, textOptions(context)));
  await printLines(context, ['', `trial  ${trial}`]);
}
