import type { Random } from '../../random.js';
import { drawPeople } from '../people/people.js';
import { closings, openings, type ReviewTheme, reviewThemes, type Sentiment, sentiments } from './review-themes.js';

/** What a visitor wrote about a place. */
export interface Review {
  /** Different within one call. */
  readonly id: string;
  readonly author: string;
  /** 1 to 5: 4 and 5 are positive, 3 is neutral, 1 and 2 are negative. */
  readonly stars: number;
  /** How many readers found it helpful, different within one call. */
  readonly helpful: number;
  readonly theme: string;
  readonly sentiment: Sentiment;
  readonly text: string;
}

export interface ReviewOptions {
  readonly count: number;
  /** Each id is this and a number: `r-` gives `r-1`, `r-2`, …; `r-` by default. */
  readonly prefix?: string;
  /** What the reviews are about; `reviewThemes` by default. */
  readonly themes?: readonly ReviewTheme[];
  /** How often each sentiment comes; all alike by default. */
  readonly weights?: Readonly<Record<Sentiment, number>>;
}

const starsOf: Readonly<Record<Sentiment, readonly number[]>> = { positive: [4, 5], neutral: [3], negative: [1, 2] };

/**
 * Reviews that a reader labels without doubt: just one theme's words stand in each text, and its stars and its tone agree.
 * No two of one call have the same text or the same number of helpful votes.
 *
 * @throws RangeError for more than `mostPeople`
 */
export function drawReviews(
  random: Random,
  { count, prefix = 'r-', themes = reviewThemes, weights }: ReviewOptions,
): Review[] {
  const authors = drawPeople(random.fork('authors'), count);
  const votes = random.fork('votes').sample(
    Array.from({ length: count * 8 + 8 }, (_, index) => index),
    count,
  );
  const texts = new Set<string>();
  return authors.map(({ firstName, lastName }, index) => {
    const draw = random.fork('review', index);
    const sentiment = draw.weighted(sentiments, (one) => weights?.[one] ?? 1);
    const theme = draw.pick(themes);
    let text = drawText(draw, theme, sentiment);
    while (texts.has(text)) text = drawText(draw, theme, sentiment);
    texts.add(text);
    return {
      id: `${prefix}${index + 1}`,
      author: `${firstName} ${lastName.charAt(0)}.`,
      stars: draw.pick(starsOf[sentiment]),
      helpful: votes[index] ?? 0,
      theme: theme.name,
      sentiment,
      text,
    };
  });
}

/** Names of the themes of which a word stands in a text, as a whole word, whatever its case. */
export function themesIn(
  text: string,
  themes: readonly Pick<ReviewTheme, 'name' | 'words'>[] = reviewThemes,
): string[] {
  const words = new Set(text.toLowerCase().split(/[^a-z]+/));
  return themes.filter(({ words: own }) => own.some((word) => words.has(word))).map(({ name }) => name);
}

/** What a number of stars, from 1 to 5, says of the sentiment. */
export function sentimentOf(stars: number): Sentiment {
  return stars >= 4 ? 'positive' : stars === 3 ? 'neutral' : 'negative';
}

function drawText(draw: Random, { says }: ReviewTheme, sentiment: Sentiment): string {
  const said = draw.pick(says[sentiment]).replaceAll('#', () => String(draw.integer(3, 60)));
  return [draw.pick(openings), said, draw.pick(closings[sentiment])].join(' ');
}
