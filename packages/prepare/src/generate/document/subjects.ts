/** A kind of thing that an organisation lends to its people. */
export interface Subject {
  readonly thing: string;
  readonly things: string;
}

const plural = (thing: string): string => (/(s|x|ch|sh)$/.test(thing) ? `${thing}es` : `${thing}s`);
const domain = (heading: string, ...things: readonly string[]) => ({
  heading,
  subjects: things.map((thing): Subject => ({ thing, things: plural(thing) })),
});

/** Two parts of a manual, each with its domains, each with its subjects. */
export const parts = [
  {
    heading: 'Indoors',
    domains: [
      domain('Doors and desks', 'visitor badge', 'locker key', 'door card', 'desk lamp', 'floor fan', 'safe box'),
      domain('Office machines', 'laptop', 'headset', 'scanner', 'desk phone', 'printer', 'screen'),
      domain('Laboratory', 'lab coat', 'sample jar', 'microscope', 'burner', 'balance', 'water bath'),
      domain('Kitchen', 'hand mixer', 'kettle', 'serving tray', 'grill', 'cool box', 'knife set'),
      domain('Reading room', 'wall map', 'print', 'film reel', 'book box', 'reading glass', 'sound tape'),
    ],
  },
  {
    heading: 'Outdoors',
    domains: [
      domain('On the road', 'van', 'cargo bike', 'trailer', 'hand cart', 'road sign', 'toll pass'),
      domain('Workshop', 'power drill', 'band saw', 'ladder', 'pump', 'welder', 'tool belt'),
      domain('Grounds', 'rake', 'lawn mower', 'sprayer', 'wheelbarrow', 'hedge cutter', 'tent'),
      domain('Camera and sound', 'camera', 'tripod', 'loudspeaker', 'projector', 'light stand', 'microphone'),
      domain('Safety gear', 'hard hat', 'dust mask', 'safety vest', 'harness', 'torch', 'first aid kit'),
    ],
  },
] as const;

const places = [
  'Harrow Vale',
  'Calder Ridge',
  'Orme Bay',
  'Tarnwick',
  'Fennmoor',
  'Skerry Point',
  'Aldbrook',
  'Wester Holm',
];
const bodies = [
  'Water Trust',
  'Field Station',
  'Craft School',
  'Park Service',
  'Harbour Board',
  'Open Museum',
  'Seed Library',
];

/** Names of which an organisation that does not exist is made. */
export const organisations = { places, bodies } as const;

export const roles = [
  'head of stores',
  'duty clerk',
  'fleet lead',
  'site nurse',
  'shift head',
  'house lead',
  'desk clerk',
  'stores clerk',
  'loan clerk',
  'yard lead',
] as const;

export const people = {
  first: [
    'Ada',
    'Ben',
    'Cleo',
    'Dirk',
    'Elsa',
    'Finn',
    'Greta',
    'Hal',
    'Ines',
    'Jude',
    'Kai',
    'Lena',
    'Milo',
    'Nora',
    'Otto',
  ],
  last: [
    'Brandt',
    'Castro',
    'Dahl',
    'Egan',
    'Frost',
    'Grant',
    'Holm',
    'Ito',
    'Juhl',
    'Kerr',
    'Lund',
    'Marsh',
    'Nagy',
    'Okoro',
  ],
} as const;

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
