/** What a code base is about. */
export interface Domain {
  /** Name of its package. */
  readonly name: string;
  readonly about: string;
  /** Things it has modules for, in lower case; enough for the largest code base. */
  readonly nouns: readonly string[];
  /** What its things are measured by: a property's name and what one of it is. */
  readonly measures: readonly (readonly [name: string, unit: string])[];
}

export const domains: readonly Domain[] = [
  {
    name: 'harbour-desk',
    about: 'Berths, cargo and pilots of a small harbour',
    nouns: [
      ...['berth', 'pilot trip', 'crane shift', 'container', 'bulk load', 'tug order', 'customs seal', 'quay fee'],
      ...['manifest', 'bunker order', 'mooring', 'lighter', 'reefer', 'dock pass', 'tally sheet', 'gate slot'],
      ...['survey', 'ballast report', 'crew change', 'waste pickup', 'stowage plan', 'demurrage', 'warehouse bay'],
      ...['weighbridge', 'ferry call', 'dredging job', 'buoy check', 'tide window', 'yard move', 'lashing'],
    ],
    measures: [
      ['tonnage', 'tonnes'],
      ['length', 'metres'],
      ['draught', 'centimetres'],
      ['hours', 'hours'],
    ],
  },
  {
    name: 'clinic-planner',
    about: 'Rooms, visits and supplies of a day clinic',
    nouns: [
      ...['visit', 'ward bed', 'lab sample', 'prescription', 'referral', 'theatre slot', 'nurse shift', 'vaccine lot'],
      ...['scan', 'dressing kit', 'intake form', 'discharge', 'waiting list', 'allergy note', 'infusion', 'recall'],
      ...['blood unit', 'consent', 'instrument tray', 'follow up', 'claim', 'therapy course', 'house call', 'ration'],
      ...['recovery chair', 'steriliser run', 'pager call', 'transfer', 'screening', 'diet plan'],
    ],
    measures: [
      ['minutes', 'minutes'],
      ['dose', 'millilitres'],
      ['urgency', 'points'],
      ['stock', 'pieces'],
    ],
  },
  {
    name: 'stage-office',
    about: 'Tickets, tours and stock of a theatre',
    nouns: [
      ...['ticket', 'seat block', 'rehearsal', 'tour stop', 'costume', 'prop', 'programme', 'subscription'],
      ...['voucher', 'guest list', 'light cue', 'sound check', 'interval bar', 'cloakroom', 'usher shift', 'premiere'],
      ...['backdrop', 'audition', 'contract', 'royalty', 'matinee', 'group sale', 'refund', 'poster run', 'stage door'],
      ...['dressing room', 'orchestra call', 'press pass', 'donation', 'truck load'],
    ],
    measures: [
      ['seats', 'seats'],
      ['price', 'cents'],
      ['minutes', 'minutes'],
      ['copies', 'copies'],
    ],
  },
  {
    name: 'orchard-books',
    about: 'Harvest, stores and sales of a fruit cooperative',
    nouns: [
      ...['harvest', 'crate', 'cold store', 'grading run', 'juice batch', 'picker crew', 'spray log', 'frost alert'],
      ...['delivery', 'market stall', 'pallet', 'soil sample', 'graft', 'irrigation', 'levy', 'seedling', 'bee hive'],
      ...[
        'tractor job',
        'pruning round',
        'cider lot',
        'label run',
        'weigh ticket',
        'member share',
        'advance',
        'box deal',
      ],
      ...['ripeness test', 'wax line', 'rootstock', 'hail claim', 'press cake'],
    ],
    measures: [
      ['kilos', 'kilograms'],
      ['trees', 'trees'],
      ['sugar', 'degrees'],
      ['days', 'days'],
    ],
  },
  {
    name: 'rail-depot',
    about: 'Rolling stock and repairs of a railway depot',
    nouns: [
      ...['wheelset', 'bogie', 'brake test', 'shunt', 'coach', 'locomotive', 'fuel stop', 'wash slot', 'track pass'],
      ...['spare part', 'work order', 'inspection', 'door fault', 'pantograph', 'coupler', 'driver roster', 'lantern'],
      ...['sand refill', 'axle scan', 'heating unit', 'seat repair', 'night move', 'stabling road', 'toilet service'],
      ...['battery swap', 'radio check', 'derailment', 'gauge run', 'parts loan', 'tyre lathe'],
    ],
    measures: [
      ['mileage', 'kilometres'],
      ['wear', 'tenths of a millimetre'],
      ['minutes', 'minutes'],
      ['axles', 'axles'],
    ],
  },
  {
    name: 'archive-room',
    about: 'Holdings, loans and repairs of a town archive',
    nouns: [
      ...['charter', 'map sheet', 'reading seat', 'loan', 'scan order', 'box', 'finding aid', 'photo plate', 'ledger'],
      ...['accession', 'repair ticket', 'climate log', 'visitor card', 'copy fee', 'exhibit', 'seal cast', 'microfilm'],
      ...[
        'donor',
        'shelf move',
        'catalogue card',
        'parish book',
        'estate',
        'binding',
        'pest trap',
        'enquiry',
        'transcript',
      ],
      ...['lecture', 'postcard', 'vault key', 'reproduction'],
    ],
    measures: [
      ['pages', 'pages'],
      ['width', 'millimetres'],
      ['age', 'years'],
      ['copies', 'copies'],
    ],
  },
];
