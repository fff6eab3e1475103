/** What a state's page tells. */
export interface Page {
  readonly name: string;
  readonly governor: string;
  /** Governor before; named on some pages. */
  readonly predecessor: string;
  readonly population: number;
  /** At the census ten years ago; named on some pages. */
  readonly formerPopulation: number;
  /** Share of employment in tenths of a per cent by industry, in no order, no two alike. */
  readonly employment: readonly { readonly industry: string; readonly tenths: number }[];
  readonly reference: string;
}

/** The three industries with the most employment, the largest first. */
export function topIndustries(employment: Page['employment']): string[] {
  return employment
    .toSorted((a, b) => b.tenths - a.tenths)
    .slice(0, 3)
    .map(({ industry }) => industry);
}

/** `12.3 %`, without the sign. */
export function percent(tenths: number): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;').replaceAll('"', '&quot;');
}

/** Digits in groups of three. */
export function grouped(value: number, separator: string): string {
  return String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/g, separator);
}
