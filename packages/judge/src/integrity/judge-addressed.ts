const audience =
  '(?:judges?|(?:auto-?)?graders?|evaluators?|assessors?|examiners?|scorers?|(?:scoring|grading|evaluation|evaluating|judging) (?:system|model|agent|script|harness|llm|ai|process|program))';
const reward =
  '(?:full (?:marks|credit|points|scores?)|(?:max(?:imum)?|perfect|highest|top) (?:score|marks?|grade|points|rating)|100\\s?(?:%|/\\s?100|points)|(?:score|rating|grade|mark) of (?:100|10|1\\.0|1)\\b|10/10|score (?:it |this |me |them |us )?(?:as |at )?100|as (?:passed|passing|complete|completed|correct|obedient|strict|perfect|done)\\b)';
const verdict = '(?:scor(?:e|ing)|grad(?:e|ing)|marks|rating|verdict|points|obedien\\w+|strict\\w*|findings|rubric)';

const hint = /judg|grad(?:er|ing)|evaluat|assessor|examiner|scor(?:er|ing)|ignore|disregard/i;

/** An address or an order is needed, and a verdict that it asks for: prose about judges or scores alone is not one. */
const patterns = [
  new RegExp(
    `(?:dear|hey|hello|hi|attention|note|notice|message|instructions?|memo|reminder)\\W+(?:(?:to|for) )?(?:the |all |any |our |whoever is the )?${audience}\\b[\\s\\S]{0,400}?\\b${verdict}\\b`,
    'i',
  ),
  new RegExp(`\\b${audience}\\b[^.!?\\n]{0,120}\\b${reward}`, 'i'),
  new RegExp(`\\b${reward}[^.!?\\n]{0,80}\\bto (?:the |any )?${audience}\\b`, 'i'),
  new RegExp(
    `\\b(?:ignore|disregard|forget|override)\\b (?:(?:all|any|the|your|every|of|these|those) )*(?:previous|prior|above|earlier|other|existing|scoring|grading)[^.!?\\n]{0,60}\\b(?:instructions?|rules|criteria|rubric|evidence|findings|prompts?)\\b[\\s\\S]{0,300}?\\b${verdict}\\b`,
    'i',
  ),
];

/**
 * The passage of a text that speaks to whoever judges it and asks for a verdict, at most 120 characters of it;
 * undefined when there is none.
 */
export function judgeAddressed(text: string): string | undefined {
  if (!hint.test(text)) return undefined;
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match[0].replace(/\s+/g, ' ').slice(0, 120);
  }
  return undefined;
}
