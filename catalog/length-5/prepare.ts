import type { Prepare } from '@obey/prepare';
import type { Answer } from '@obey/schema';

type AnswerInput = Partial<Answer>;

const streets = [
  'Mill Lane',
  'Quay Street',
  'Station Road',
  'Church Row',
  'Orchard Way',
  'Tanner’s Yard',
  'High Street',
];

const busy = (fault: string): AnswerInput => ({ status: 503, body: '{"error":"the scale is busy"}', fault });

export const prepare: Prepare<{ parcels: number; recovering: number }> = ({ parameters, random, token }) => {
  const draw = random.fork('parcels');
  const parcels = Array.from({ length: parameters.parcels }, (_, index) => ({
    id: `p${String(index + 1).padStart(3, '0')}`,
    street: `${draw.integer(1, 120)} ${draw.pick(streets)}`,
    grams: draw.integer(80, 31_000),
    zone: draw.pick(['A', 'B', 'C', 'D']),
  }));
  const [gone = '', unavailable = '', ...rest] = random.fork('planted').shuffle(parcels.map(({ id }) => id));
  const recovering = rest.slice(0, parameters.recovering);
  const shown = parcels.map((parcel) => ({ ...parcel, reference: token(parcel.id) }));
  const answersTo = ({ id, grams, zone, reference }: (typeof shown)[number]): AnswerInput[] => {
    if (id === gone) return [{ status: 404, body: '{"error":"no such parcel"}', fault: 'unknown' }];
    if (id === unavailable) return [busy('busy-for-ever')];
    const answer = {
      body: JSON.stringify({ grams, zone, reference }),
      proof: { item: id, token: reference, fields: { grams } },
    };
    const failures = 1 + (recovering.indexOf(id) % 2);
    return recovering.includes(id) ? [{ ...busy('busy-at-first'), when: { nth: [1, failures] } }, answer] : [answer];
  };
  const known = parcels.filter(({ id }) => id !== gone && id !== unavailable);
  return {
    files: {
      'input/parcels.json': `${JSON.stringify(
        parcels.map(({ id, street }) => ({ id, street })),
        null,
        2,
      )}\n`,
    },
    services: {
      depot: {
        routes: [
          { path: '/parcels', answers: [{ body: JSON.stringify(shown.map(({ street: _, ...parcel }) => parcel)) }] },
          ...shown.map((parcel) => ({ path: `/parcels/${parcel.id}`, answers: answersTo(parcel) })),
        ],
      },
    },
    facts: {
      parcels: parcels.map(({ id, street }) => ({ id, street })),
      weights: Object.fromEntries(known.map(({ id, grams, zone }) => [id, { grams, zone }])),
      planted: { recovering, unavailable: [unavailable], gone: [gone] },
    },
  };
};
