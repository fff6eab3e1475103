/**
 * A plain check of a short answer, for tests of the generator: the value is there and nothing that competes with it is. It knows
 * nothing of negation; the scorer `obey-1` does.
 */
export function plainScore(expected: ReadonlyMap<string, unknown>, answer: string): number {
  const said = fold(answer);
  const has = (text: string): boolean => said.includes(fold(text));
  const wrong = texts(expected.get('rejects')).concat(texts(expected.get('conflicts')));
  if (wrong.some(has)) return 0;
  const check = expected.get('check');
  if (check === 'forbidden_absent')
    return texts(expected.get('instead')).some(has) && !texts(expected.get('value')).some(has) ? 1 : 0;
  if (check === 'set_match') {
    const values = texts(expected.get('values'));
    return values.filter(has).length / values.length;
  }
  if (check === 'exact') return answer.trim() === expected.get('value') ? 1 : 0;
  if (check === 'entity_consistent')
    return texts(expected.get('entity')).every(has) && texts(expected.get('attribute')).every(has) ? 1 : 0;
  return texts(expected.get('value')).every(has) ? 1 : 0;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/(?<=\d)[,.](?=\d{3})/g, '');
}

function texts(value: unknown): string[] {
  return [value ?? []].flat().map(String);
}
