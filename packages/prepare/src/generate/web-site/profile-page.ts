import type { Random } from '../../random.js';
import { drawPeople } from '../people/people.js';

/** What the page of a place, a company, an institution tells of it. */
export interface ProfilePage {
  readonly name: string;
  /** Who is in office. */
  readonly holder: string;
  /** Who was before; named on some pages. */
  readonly predecessor: string;
  /** The figure that counts, a whole number. */
  readonly figure: number;
  /** The same ten years ago; named on some pages. */
  readonly formerFigure: number;
  /** Shares in tenths of a per cent, in no order, no two alike. */
  readonly shares: readonly { readonly label: string; readonly tenths: number }[];
  /** A code that only this page shows. */
  readonly reference: string;
}

/** A page of a site with everything invented but what is given. */
export function drawProfile(
  random: Random,
  given: Pick<ProfilePage, 'name' | 'figure' | 'reference'>,
  labels: readonly string[],
): ProfilePage {
  const [holder, predecessor] = drawPeople(random.fork('people'), 2);
  return {
    ...given,
    holder: holder?.name ?? '',
    predecessor: predecessor?.name ?? '',
    formerFigure: Math.floor((given.figure * random.fork('former').integer(820, 920)) / 1_000),
    shares: drawShares(random.fork('shares'), labels),
  };
}

/** Six of the labels (or all of them, where there are fewer) with shares of which no two are alike, in no order. */
export function drawShares(random: Random, labels: readonly string[]): { label: string; tenths: number }[] {
  const chosen = random.sample(labels, Math.min(6, labels.length));
  let tenths = random.integer(30, 60);
  const rising = chosen.map((label) => {
    tenths += random.integer(3, 25);
    return { label, tenths };
  });
  return random.shuffle(rising);
}

/** Labels of the largest shares, the largest first. */
export function largestShares(shares: ProfilePage['shares'], count: number): string[] {
  return shares
    .toSorted((a, b) => b.tenths - a.tenths)
    .slice(0, count)
    .map(({ label }) => label);
}
