import type { Check } from '@obey/catalog';

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const weightsIn = (facts: Parameters<Check>[0]['facts']) =>
  Object.entries(facts.weights as unknown as Record<string, { grams: number; zone: string }>);

const everyParcel: Check = ({ facts, values, files }) =>
  weightsIn(facts).map(([id, { grams, zone }]) => {
    const value = values.weigh?.find(({ key }) => key === id)?.value;
    const right = fieldOf(value, 'grams') === grams && fieldOf(value, 'zone') === zone;
    const labelled = (files[`work/labels/${id}.txt`] ?? '').includes(zone);
    const found = `${JSON.stringify(fieldOf(value, 'grams'))} g, zone ${JSON.stringify(fieldOf(value, 'zone'))}`;
    return { item: id, passed: right && labelled, detail: `${found}, expected ${grams} g, zone ${zone}, on its label` };
  });

const wholeLoad: Check = ({ facts, values }) => {
  const weights = weightsIn(facts).map(([, weight]) => weight);
  const expected = { parcels: weights.length, grams: weights.reduce((sum, { grams }) => sum + grams, 0) };
  return Object.entries(expected).map(([name, value]) => {
    const found = fieldOf(values.manifest?.at(-1)?.value, name);
    return { item: name, passed: found === value, detail: `${JSON.stringify(found)}, expected ${value}` };
  });
};

export const checks = { everyParcel, wholeLoad };
