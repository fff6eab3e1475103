import type { Occurrence, Places } from './annotate.js';
import type { Clause } from './clause.js';
import type { Term } from './terms.js';

/** A term's place in a text, and whether it stands there in its own word. */
export interface Hit {
  readonly term: Term;
  readonly occurrence: Occurrence;
  readonly own: boolean;
}

/** How much of a value one clause says. */
export interface ClauseMatch {
  readonly clause: Clause;
  readonly hits: readonly Hit[];
  readonly missing: readonly Term[];
  /** Missing terms for which the clause has an opposite. */
  readonly opposed: readonly Hit[];
  readonly matched: ReadonlySet<number>;
}

/** Every place of a term in a text: its own word first, then words of its groups. */
function placesOf(text: Places, term: Term): Hit[] {
  const hits: Hit[] = (text.byKey.get(term.key) ?? []).map((occurrence) => ({ term, occurrence, own: true }));
  if (term.core !== undefined)
    for (const occurrence of text.byKey.get(term.core) ?? []) hits.push({ term, occurrence, own: true });
  if (!term.fixed)
    for (const group of term.meaning?.groups ?? [])
      for (const occurrence of text.byGroup.get(group) ?? [])
        if (!hits.some((hit) => hit.occurrence === occurrence)) hits.push({ term, occurrence, own: false });
  return hits;
}

const oppositesOf = (text: Places, term: Term): Hit[] =>
  (term.opposable ? (term.meaning?.sides ?? []) : []).flatMap((side) =>
    (text.bySide.get(-side) ?? []).map((occurrence) => ({ term, occurrence, own: false })),
  );

/** For each clause that says something of a value, what it says and what it leaves out; no word is counted twice. */
export function matchTerms(text: Places, clauses: readonly Clause[], terms: readonly Term[]): ClauseMatch[] {
  const places = terms.map((term) => placesOf(text, term));
  const found = places.filter((list) => list.length > 0).length;
  if (found === 0) return [];
  return clauses.flatMap((clause) => {
    const used = new Set<number>();
    const hits = new Map<Term, Hit>();
    // A term with few places chooses first.
    const order = terms
      .map((term, index) => ({ term, list: (places[index] ?? []).filter((hit) => isWithin(hit, clause)) }))
      .sort((a, b) => a.list.length - b.list.length);
    for (const { term, list } of order) {
      const free = list.filter((hit) => !hit.occurrence.tokens.some((token) => used.has(token)));
      const chosen =
        free.find(({ own }) => own) ?? free.sort((a, b) => b.occurrence.tokens.length - a.occurrence.tokens.length)[0];
      if (chosen === undefined) continue;
      hits.set(term, chosen);
      for (const token of chosen.occurrence.tokens) used.add(token);
    }
    if (hits.size === 0) return [];
    const missing = terms.filter((term) => !hits.has(term));
    const opposed = missing.flatMap((term) =>
      oppositesOf(text, term)
        .filter((hit) => isWithin(hit, clause) && !hit.occurrence.tokens.some((token) => used.has(token)))
        .slice(0, 1),
    );
    return [{ clause, hits: terms.flatMap((term) => hits.get(term) ?? []), missing, opposed, matched: used }];
  });
}

const isWithin = ({ occurrence }: Hit, { start, end }: Clause): boolean =>
  occurrence.tokens.every((token) => token >= start && token < end);
