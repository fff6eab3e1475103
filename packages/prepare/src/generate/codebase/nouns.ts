import type { Random } from '../../random.js';
import type { Domain, NounKind } from './domains.js';
import { type Noun, nounOf } from './naming.js';

/** The things of a domain, each taken once. */
export class Nouns {
  readonly #name: string;
  readonly #rest: Readonly<Record<NounKind, string[]>>;

  constructor(random: Random, { name, nouns }: Domain) {
    this.#name = name;
    this.#rest = {
      goods: random.fork('goods').shuffle(nouns.goods),
      slots: random.fork('slots').shuffle(nouns.slots),
      papers: random.fork('papers').shuffle(nouns.papers),
    };
  }

  get left(): number {
    return Object.values(this.#rest).reduce((sum, { length }) => sum + length, 0);
  }

  /** One of that kind as long as there are any, else of the kind of which most are left. @throws RangeError when none are left */
  take(kind?: NounKind): Noun {
    const wanted = kind === undefined ? [] : this.#rest[kind];
    const fullest = Object.values(this.#rest).reduce((most, list) => (list.length > most.length ? list : most));
    const words = (wanted.length > 0 ? wanted : fullest).pop();
    if (words === undefined) throw new RangeError(`more modules than ${this.#name} has things for`);
    return nounOf(words);
  }
}
