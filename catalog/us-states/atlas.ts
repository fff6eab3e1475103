/** The five regions of the United States, with the states of each. */
export const atlas = [
  {
    id: 'northeast',
    name: 'Northeast',
    states: [
      'Connecticut',
      'Delaware',
      'Maine',
      'Maryland',
      'Massachusetts',
      'New Hampshire',
      'New Jersey',
      'New York',
      'Pennsylvania',
      'Rhode Island',
      'Vermont',
    ],
  },
  {
    id: 'southeast',
    name: 'Southeast',
    states: [
      'Alabama',
      'Arkansas',
      'Florida',
      'Georgia',
      'Kentucky',
      'Louisiana',
      'Mississippi',
      'North Carolina',
      'South Carolina',
      'Tennessee',
      'Virginia',
      'West Virginia',
    ],
  },
  {
    id: 'midwest',
    name: 'Midwest',
    states: [
      'Illinois',
      'Indiana',
      'Iowa',
      'Kansas',
      'Michigan',
      'Minnesota',
      'Missouri',
      'Nebraska',
      'North Dakota',
      'Ohio',
      'South Dakota',
      'Wisconsin',
    ],
  },
  { id: 'southwest', name: 'Southwest', states: ['Arizona', 'New Mexico', 'Oklahoma', 'Texas'] },
  {
    id: 'west',
    name: 'West',
    states: [
      'Alaska',
      'California',
      'Colorado',
      'Hawaii',
      'Idaho',
      'Montana',
      'Nevada',
      'Oregon',
      'Utah',
      'Washington',
      'Wyoming',
    ],
  },
] as const;

export interface State {
  readonly slug: string;
  readonly name: string;
  readonly region: string;
}

/** The states of a region, as the input lists them. */
export function statesOf({ id, states }: (typeof atlas)[number]): State[] {
  return states.map((name) => ({ slug: name.toLowerCase().replaceAll(' ', '-'), name, region: id }));
}
