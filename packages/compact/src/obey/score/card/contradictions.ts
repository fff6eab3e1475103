import { readParameters } from '../check/parameters.js';
import { valueName } from '../check/same-value.js';
import { analyseValue } from '../mention/analyse-value.js';
import type { JudgedItem } from './judged-item.js';

/**
 * The share of the case's prohibitions that an answer goes against, each counted once however many answers do: its
 * forbidden behaviours in any answer; the forbidden values, and the superseded and rejected ones, of an item in the
 * answer to it. Mention, quotation, negation and refusal are no contradiction.
 */
export function contradictionRate(judged: readonly JudgedItem[], forbidden: readonly string[]): number {
  const broken = new Map<string, boolean>();
  for (const behaviour of forbidden) {
    if (behaviour.trim() === '') continue;
    const against = judged.some(({ item, answer, result }) => {
      const own = result.analyses[0];
      // Asked for the prohibited itself, an answer that names it as the check wants has not gone against it.
      if (
        own !== undefined &&
        valueName(own.value) === valueName(behaviour) &&
        item.expected.get('check') !== 'forbidden_absent'
      )
        return own.mentions.some((mention) => mention.class === 'stated' && mention.recommended);
      return analyseValue(answer, behaviour).violated;
    });
    broken.set(valueName(behaviour), against);
  }
  for (const { item, result } of judged)
    for (const value of valuesOf(item.expected, item.key)) {
      const name = valueName(value);
      broken.set(name, (broken.get(name) ?? false) || result.violated.some((one) => valueName(one) === name));
    }
  const all = [...broken.values()];
  return all.length === 0 ? 0 : all.filter(Boolean).length / all.length;
}

function valuesOf(expected: ReadonlyMap<string, unknown>, key: string): string[] {
  const parameters = readParameters(expected, key);
  switch (parameters.check) {
    case 'forbidden_absent':
      return [parameters.value, ...parameters.rejects];
    case 'contains_normalized':
    case 'set_match':
      return parameters.rejects;
    case 'numeric_within':
      return parameters.rejects.map(String);
    case 'entity_consistent':
      return [...parameters.conflicts, ...parameters.rejects];
    case 'exact':
      return [];
  }
}
