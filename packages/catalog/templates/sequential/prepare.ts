import type { Prepare } from '@obey/prepare';

const speakers = ['Amara', 'Benoit', 'Chiara', 'Dmitri', 'Eun-ji'];
const subjects = [
  'the office move',
  'the spring catalogue',
  'the new till',
  'the delivery times',
  'the window display',
];
const decisions = ['we go on with', 'we put off', 'we ask for a second offer for', 'we stop'];
const actions = ['writes to the supplier about', 'draws up a plan for', 'asks the team about', 'sums up the cost of'];

/** Pure: the same seed and level give the same bytes. A named stream of randomness for each thing that is drawn. */
export const prepare: Prepare<{ remarks: number }> = ({ parameters, random }) => {
  const draw = random.fork('remarks');
  // One decision and one action at least, and all three kinds in any order.
  const kinds = random
    .fork('kinds')
    .shuffle(
      Array.from({ length: parameters.remarks }, (_, index) => (['decision', 'action', 'talk'] as const)[index % 3]),
    );
  const remarks = kinds.map((kind, index) => {
    const speaker = draw.pick(speakers);
    const subject = draw.pick(subjects);
    const number = index + 1;
    const text =
      kind === 'decision'
        ? `On ${subject}: ${draw.pick(decisions)} it (item ${number}).`
        : kind === 'action'
          ? `${speaker} ${draw.pick(actions)} ${subject} (item ${number}).`
          : `Much was said about ${subject} (item ${number}).`;
    return { speaker, kind: kind ?? 'talk', text };
  });
  const assigned: Record<string, string[]> = {};
  for (const { speaker, kind, text } of remarks) {
    if (kind === 'action') assigned[speaker] = [...(assigned[speaker] ?? []), text];
  }
  return {
    files: { 'input/transcript.json': `${JSON.stringify(remarks, null, 2)}\n` },
    facts: {
      decisions: remarks.filter(({ kind }) => kind === 'decision').map(({ text }) => text),
      actions: assigned,
    },
  };
};
