import type { Aggregate, StepNode } from '../ast.js';
import { phraseFields, phraseValue } from './phrase-expression.js';
import { mentions, phraseAct } from './phrase-matcher.js';
import { code, listed, sentence, times, type Wording } from './wording.js';

/** Everything that a step asks for, in sentences. What its own `says` already names is not said twice. */
export function explainStep(step: StepNode, wording: Wording): string {
  const { says, started, done, aggregate, proof, atMost, reads, optional } = step;
  const text = says ?? '';
  const acts = [started, done].filter((matcher) => matcher !== undefined && !mentions(matcher, text));
  const words = acts.map((matcher) => (matcher === undefined ? '' : phraseAct(matcher, wording)));
  const sentences = [text];
  if (reads.length > 0) sentences.push(`First read ${listed(reads.map(({ source }) => code(source)))}`);
  if (atMost === 0) sentences.push(words.length > 0 ? `Never ${words.join(' and ')}` : 'Never do this');
  else if (words.length > 0)
    sentences.push(says === undefined ? words.join(' and ') : `For this, ${words.join(' and ')}`);
  if (aggregate) sentences.push(explainAggregate(aggregate, wording));
  if (proof) {
    const { token, fields } = proof;
    sentences.push(`Copy the page’s own token into its field ${code(token)}`);
    if (fields.length > 0) sentences.push(`Its ${listed(fields.map(code))} must be exactly what the page shows`);
  }
  if (step.yields?.type === 'file' && !sentences.join(' ').includes(step.yields.path.source)) {
    sentences.push(`The result stands in ${code(step.yields.path.source)}`);
  }
  if (atMost) sentences.push(`Do this at most ${times(atMost)}`);
  if (optional && atMost !== 0) sentences.push('This step may be left out');
  return sentences
    .filter((part) => part !== '')
    .map(sentence)
    .join(' ');
}

function explainAggregate({ of, expect, tolerance, uses }: Aggregate, wording: Wording): string {
  const sources = listed(of.map((step) => wording.numbers.get(step) ?? step));
  const inner = { ...wording, variables: [...wording.variables, ...itemVariables(of, wording)] };
  const fields = phraseFields(expect.source, inner);
  const result =
    fields === undefined
      ? `the result is ${phraseValue(expect.source, inner)}`
      : listed(fields.map(({ name, value }) => `${code(name)} is ${value}`));
  const within = tolerance === 0 ? '' : `; numbers may be off by ${tolerance}`;
  const used = uses === undefined ? '' : `; list the items you used in ${code(uses)}`;
  const latest = of.length > 1 ? ', of each item the latest' : '';
  return `It combines the results of ${of.length > 1 ? 'steps' : 'step'} ${sources}${latest}: ${result}${within}${used}`;
}

/** `item.state.region` is said as the loop variable that it holds. */
function itemVariables(of: readonly string[], { process }: Wording): { name: string }[] {
  return of.flatMap((step) => process.steps.get(step)?.variables ?? []).map(({ name }) => ({ name }));
}
