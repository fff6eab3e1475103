/** How a visitor felt. */
export type Sentiment = 'positive' | 'neutral' | 'negative';

export const sentiments = ['positive', 'neutral', 'negative'] as const;

/** What a review is about. */
export interface ReviewTheme {
  readonly name: string;
  /** Words, in lower case, one of which stands in every review of this theme and in no review of another. */
  readonly words: readonly string[];
  /** Sentences by sentiment; `#` stands for a number. */
  readonly says: Readonly<Record<Sentiment, readonly string[]>>;
}

/** Six themes that reviews of sights are about. */
export const reviewThemes: readonly ReviewTheme[] = [
  {
    name: 'waiting',
    words: ['queue', 'wait', 'line'],
    says: {
      positive: [
        'There was hardly a queue and we were inside within # minutes.',
        'The line moved briskly, and the # minutes flew by.',
        'We did not have to wait at all, not even on a holiday.',
        'They open a second gate as soon as the queue grows, which is well done.',
      ],
      neutral: [
        'The queue took # minutes, which is about what one would expect.',
        'We had to wait a little, # minutes or so.',
        'The line was neither short nor long when we came.',
        'In the afternoon the queue is longer than in the morning.',
      ],
      negative: [
        'The queue took # minutes under the sun, without any shade.',
        'We had to wait so long that the children gave up.',
        'A line round the whole block, and nobody told us why.',
        'After # minutes in the queue they closed the gate in front of us.',
      ],
    },
  },
  {
    name: 'price',
    words: ['price', 'ticket', 'fee'],
    says: {
      positive: [
        'The ticket is worth every coin, and children enter free.',
        'For such a low price I had not expected so much.',
        'One ticket is good for # days, so we came back twice.',
        'The fee is modest and goes to the repair of the roof.',
      ],
      neutral: [
        'A ticket was # crowns, much like elsewhere.',
        'The price is the same on all days of the week.',
        'There is a fee for cameras, which one may like or not.',
        'The ticket covers the main hall and not the annexe.',
      ],
      negative: [
        'A ticket at # crowns is far too much for two small rooms.',
        'The price has doubled since last year, and nothing got better.',
        'On top of the ticket they ask a fee for the cloakroom.',
        'At this price I would have expected the lights to work.',
      ],
    },
  },
  {
    name: 'staff',
    words: ['staff', 'guide', 'attendant'],
    says: {
      positive: [
        'Our guide knew a story about every stone.',
        'The staff were kind and found my lost scarf.',
        'An attendant walked # minutes with us to show the way.',
        'The guide answered all the questions of my daughter.',
      ],
      neutral: [
        'The guide spoke for # minutes and then left us to ourselves.',
        'There is an attendant in every other room.',
        'The staff change at noon, so it was quiet for a while.',
        'One can go with a guide or alone.',
      ],
      negative: [
        'The staff were rude and shouted across the hall.',
        'Our guide was late by # minutes and in a hurry.',
        'No attendant was to be found when we needed one.',
        'The guide mumbled, and the group could not hear a word.',
      ],
    },
  },
  {
    name: 'scenery',
    words: ['view', 'panorama', 'scenery'],
    says: {
      positive: [
        'The view from the top reaches # miles on a clear day.',
        'The panorama at dusk took our breath away.',
        'Such scenery! We stayed until they rang the bell.',
        'Come early: the view over the roofs is best in the first light.',
      ],
      neutral: [
        'The view is what one knows from the postcards.',
        'There is a panorama on the third floor, # metres wide.',
        'The scenery changes with the season, we saw it in grey.',
        'From the terrace there is a view of the station.',
      ],
      negative: [
        'The view is blocked by a scaffold, and has been for # months.',
        'The panorama that they advertise is a faded poster.',
        'All the scenery we got was the back of a bus.',
        'Dirty windows spoil the view completely.',
      ],
    },
  },
  {
    name: 'food',
    words: ['food', 'coffee', 'lunch'],
    says: {
      positive: [
        'We had a splendid lunch in the courtyard.',
        'The coffee alone is reason enough to come back.',
        'Fresh food, cooked before our eyes, and # sorts of cake.',
        'Lunch was simple, hot and very good.',
      ],
      neutral: [
        'The coffee is what comes out of a machine, no more and no less.',
        'One can have lunch there; we had sandwiches.',
        'There is food at # stalls near the exit.',
        'Lunch is served until two, after that only soup.',
      ],
      negative: [
        'The lunch was cold and came after # minutes.',
        'The coffee tasted of soap.',
        'Stale food at the only stall, and no water.',
        'We were ill after lunch, all # of us.',
      ],
    },
  },
  {
    name: 'access',
    words: ['stairs', 'wheelchair', 'lift'],
    says: {
      positive: [
        'The new lift takes a wheelchair right to the top.',
        'With a wheelchair we got everywhere without help.',
        'No stairs at all on the short tour, which my father liked.',
        'The lift is roomy, and a bench stands on each of the # floors.',
      ],
      neutral: [
        'There are # stairs to the gallery, and a lift to the ground floor only.',
        'The lift holds six people at a time.',
        'One can lend a wheelchair at the desk.',
        'The stairs are old, mind your step.',
      ],
      negative: [
        'More than # stairs and not one handrail.',
        'The lift was out of order, as it was last time.',
        'With a wheelchair there is no way in but the back yard.',
        'Steep stairs, wet from the rain, and no warning.',
      ],
    },
  },
];

/** How reviews begin: without a word of any theme. */
export const openings = [
  'We came on a rainy Tuesday.',
  'My second visit in three years.',
  'A friend had told us about it.',
  'We were here with two children.',
  'I had an hour to spare between two trains.',
  'We spent most of the morning here.',
  'It was our last day in town.',
  'We went in the low season.',
  'My parents chose this one.',
  'I had read about it before.',
  'We arrived just after they opened.',
  'It is a short walk from the main square.',
  'Our hotel had recommended it.',
  'I went alone, on foot.',
];

/** How reviews end, by sentiment: without a word of any theme. */
export const closings: Readonly<Record<Sentiment, readonly string[]>> = {
  positive: [
    'We would come again at once.',
    'Warmly recommended.',
    'A highlight of our week.',
    'I am already telling everybody.',
    'Do not miss it.',
  ],
  neutral: [
    'All in all an ordinary visit.',
    'Not bad, not special.',
    'Worth a look if you are near.',
    'I have no strong feelings about it.',
    'It was all right.',
  ],
  negative: [
    'We shall not come back.',
    'I cannot recommend it.',
    'Save yourself the trip.',
    'A disappointment.',
    'Never again.',
  ],
};
