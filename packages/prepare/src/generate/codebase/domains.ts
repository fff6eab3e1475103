/** What a thing of a domain is like, and so what code about it does. */
export type NounKind = 'goods' | 'slots' | 'papers';

/** What a code base is about. */
export interface Domain {
  /** Name of its package. */
  readonly name: string;
  readonly about: string;
  /** Things it has modules for, in lower case: what is counted and charged for, what is booked, and what is issued. */
  readonly nouns: Readonly<Record<NounKind, readonly string[]>>;
  /** What its things are measured by: a property's name and what one of it is. */
  readonly measures: readonly (readonly [name: string, unit: string])[];
}

export const domains: readonly Domain[] = [
  {
    name: 'harbour-desk',
    about: 'Berths, cargo and pilots of a small harbour',
    nouns: {
      goods: [
        ...['container', 'bulk load', 'reefer', 'bunker order', 'waste pickup', 'pallet', 'fresh water', 'shore power'],
        ...['timber stack', 'fish crate', 'salt load', 'spare anchor'],
      ],
      slots: [
        ...['berth', 'pilot trip', 'crane shift', 'gate slot', 'ferry call', 'tide window', 'yard move', 'tug escort'],
        ...['dry dock'],
      ],
      papers: [
        ...['manifest', 'customs seal', 'dock pass', 'tally sheet', 'survey', 'ballast report', 'stowage plan'],
        ...['demurrage claim', 'crew list', 'mooring permit', 'weigh note'],
      ],
    },
    measures: [
      ['tonnage', 'tonnes'],
      ['hours', 'hours'],
      ['charge', 'cents'],
    ],
  },
  {
    name: 'clinic-planner',
    about: 'Rooms, visits and supplies of a day clinic',
    nouns: {
      goods: [
        ...['lab sample', 'vaccine lot', 'dressing kit', 'blood unit', 'infusion', 'instrument tray', 'diet meal'],
        ...['hearing aid', 'knee brace', 'oxygen bottle', 'test strip', 'lens pair'],
      ],
      slots: [
        ...['visit', 'theatre slot', 'nurse shift', 'scan', 'house call', 'screening', 'recovery chair', 'ward bed'],
        ...['follow up'],
      ],
      papers: [
        ...['prescription', 'referral', 'intake form', 'discharge letter', 'consent', 'claim', 'allergy note'],
        ...['sick note', 'therapy plan', 'invoice', 'recall letter'],
      ],
    },
    measures: [
      ['minutes', 'minutes'],
      ['urgency', 'points'],
      ['charge', 'cents'],
    ],
  },
  {
    name: 'stage-office',
    about: 'Tickets, tours and stock of a theatre',
    nouns: {
      goods: [
        ...['costume', 'prop', 'programme', 'poster', 'backdrop', 'truck load', 'bar crate', 'spotlight', 'wig'],
        ...['score copy', 'flight case', 'gift box'],
      ],
      slots: [
        ...['rehearsal', 'tour stop', 'seat block', 'sound check', 'usher shift', 'matinee', 'audition', 'fitting'],
        ...['orchestra call'],
      ],
      papers: [
        ...[
          'ticket',
          'subscription',
          'voucher',
          'guest list',
          'contract',
          'royalty',
          'refund',
          'press pass',
          'donation',
        ],
        ...['group order', 'licence'],
      ],
    },
    measures: [
      ['seats', 'seats'],
      ['price', 'cents'],
      ['minutes', 'minutes'],
    ],
  },
  {
    name: 'orchard-books',
    about: 'Harvest, stores and sales of a fruit cooperative',
    nouns: {
      goods: [
        ...['crate', 'juice batch', 'cider lot', 'seedling', 'rootstock', 'press cake', 'gift basket', 'bee hive'],
        ...['fertiliser bag', 'jam jar', 'picking sack', 'dried fruit'],
      ],
      slots: [
        ...['grading run', 'market stall', 'picker crew', 'tractor job', 'pruning round', 'cold store', 'press day'],
        ...['spray window', 'delivery tour'],
      ],
      papers: [
        ...['weigh ticket', 'spray log', 'levy', 'member share', 'advance', 'hail claim', 'soil report', 'frost alert'],
        ...['delivery note', 'lease', 'quality mark'],
      ],
    },
    measures: [
      ['kilos', 'kilograms'],
      ['days', 'days'],
      ['value', 'cents'],
    ],
  },
  {
    name: 'rail-depot',
    about: 'Rolling stock and repairs of a railway depot',
    nouns: {
      goods: [
        ...['wheelset', 'brake pad', 'door motor', 'coupler', 'seat cover', 'sand refill', 'battery', 'pantograph'],
        ...['window pane', 'heating unit', 'lamp', 'cable drum'],
      ],
      slots: [
        ...[
          'wash slot',
          'fuel stop',
          'brake check',
          'shunt',
          'axle scan',
          'stabling road',
          'night move',
          'driver shift',
        ],
        ...['lathe hour'],
      ],
      papers: [
        ...['work order', 'track pass', 'inspection', 'fault report', 'parts loan', 'warranty claim', 'release note'],
        ...['radio licence', 'incident file', 'tool card', 'gauge protocol'],
      ],
    },
    measures: [
      ['mileage', 'kilometres'],
      ['minutes', 'minutes'],
      ['cost', 'cents'],
    ],
  },
  {
    name: 'archive-room',
    about: 'Holdings, loans and repairs of a town archive',
    nouns: {
      goods: [
        ...['scan order', 'photo print', 'box', 'binding', 'microfilm', 'postcard', 'seal cast', 'map copy', 'folder'],
        ...['facsimile', 'guide book', 'frame'],
      ],
      slots: [
        ...[
          'reading seat',
          'repair bench',
          'lecture',
          'guided tour',
          'shelf move',
          'scanner hour',
          'visit',
          'workshop',
        ],
        ...['climate check'],
      ],
      papers: [
        ...[
          'loan',
          'accession',
          'visitor card',
          'finding aid',
          'enquiry',
          'deposit',
          'transcript',
          'reproduction permit',
        ],
        ...['pest report', 'estate', 'copy request'],
      ],
    },
    measures: [
      ['pages', 'pages'],
      ['days', 'days'],
      ['charge', 'cents'],
    ],
  },
];
