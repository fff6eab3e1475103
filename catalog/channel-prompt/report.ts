import type { Random } from '@obey/prepare';

export interface Report {
  readonly slug: string;
  readonly desk: string;
  readonly importance: number;
  readonly headline: string;
  readonly body: string;
}

const desks = {
  Harbour: {
    who: ['The ferry company', 'The pilots’ guild', 'The harbour office', 'A dredging crew'],
    did: ['reopened', 'closed', 'inspected', 'widened'],
    what: ['the eastern quay', 'the fish market', 'the grain terminal', 'the old lock', 'berth nine'],
  },
  Council: {
    who: ['The council', 'The mayor’s office', 'The planning board', 'The auditors'],
    did: ['postponed', 'approved', 'rejected', 'reviewed'],
    what: ['the tram extension', 'the night bus', 'the market levy', 'the new library', 'the bridge toll'],
  },
  Schools: {
    who: ['The school board', 'Parents of Westend', 'The music school', 'The inspectors'],
    did: ['praised', 'questioned', 'extended', 'suspended'],
    what: ['the swimming lessons', 'the lunch scheme', 'the evening classes', 'the exchange year', 'the timetable'],
  },
  Culture: {
    who: ['The city theatre', 'The folk museum', 'The film club', 'A private donor'],
    did: ['restored', 'announced', 'cancelled', 'lent'],
    what: ['the summer festival', 'the puppet stage', 'the coin cabinet', 'the organ series', 'the mural project'],
  },
} as const;

const endings = [
  'Work begins next month.',
  'Neighbours were told by letter.',
  'A hearing is set for Thursday.',
  'The costs are not yet known.',
  'Two members abstained.',
];

/** A short report of one of the desks. */
export function drawReport(random: Random, importance: number): Report {
  const desk = random.pick(Object.keys(desks) as (keyof typeof desks)[]);
  const { who, did, what } = desks[desk];
  const [someone, act, thing] = [random.pick<string>(who), random.pick<string>(did), random.pick<string>(what)];
  const headline = `${someone} ${act} ${thing}`;
  const slug = headline
    .toLowerCase()
    .replaceAll('’', '')
    .replaceAll(/[^a-z]+/g, '-');
  return { slug, desk, importance, headline, body: random.sample(endings, 2).join(' ') };
}

/** The report as the wire sends it, its reference at the foot. */
export function wireText({ desk, importance, headline, body }: Report, reference: string): string {
  return [
    headline.toUpperCase(),
    `(${desk} desk, importance ${importance})`,
    '',
    `${headline}. ${body}`,
    '',
    `Ref. ${reference}`,
    '',
  ].join('\n');
}
