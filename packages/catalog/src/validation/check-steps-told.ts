import type { StepNode } from '@obey/process';
import type { Findings } from './findings.js';
import type { Instance } from './instance.js';

/** Share of a step's own words that what the candidate is told must have. */
const leastShare = 1 / 3;

const common = new Set(
  (
    'about after again also been before being both does done each else every exactly field fields file files first from ' +
    'have into itself just last later make more most next once only other otherwise over same says should some such than ' +
    'that their them then there these they this those through under until what when where which while will with without ' +
    'would write written your'
  ).split(' '),
);

/** What the candidate is told has words for every step: not its paths alone, but what is to be done. */
export function checkStepsTold(
  { process }: Pick<Instance, 'process'>,
  told: string,
  file: string,
  findings: Findings,
): void {
  const known = stemsOf(told);
  for (const step of process.steps.values()) {
    if (step.optional) continue;
    const own = wordsOf(step);
    const missing = own.filter((word) => !known.has(stem(word)));
    // A single word has too many synonyms to be missed.
    if (own.length < 2 || own.length - missing.length >= own.length * leastShare) continue;
    const few = missing.slice(0, 4).map((word) => `“${word}”`);
    findings.error(
      step,
      `the prompt has no words for the step \`${step.step}\`, such as ${few.join(', ')}`,
      `say in ${file} what is to be done`,
    );
  }
}

/** The words of a step that say something: without paths, values, and what stands in every sentence. */
function wordsOf({ says, step }: StepNode): string[] {
  const text = says ?? step.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');
  const prose = text.replaceAll(/\{[^}]*\}|\S*[/{}]\S*|\S+\.[a-z]{2,4}\b/g, ' ');
  return [...new Set(prose.toLowerCase().match(/\p{L}{4,}/gu) ?? [])].filter((word) => !common.has(word));
}

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map(stem));

/** Near enough to tell that two words are forms of one: write and writing, add and adding. */
const stem = (word: string): string => word.slice(0, 5).replace(/(?:ies|es|ed|s|e|y)$/, '');
