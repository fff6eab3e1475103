import type { Random } from '../../../random.js';
import { article } from '../french/finish-french.js';

/** A thing as sentences need it. */
export interface Thing {
  readonly id: 'keepsake' | 'papers' | 'token';
  readonly gender: 'M' | 'F';
  readonly noun: string;
  /** With what tells it from others, without article. */
  readonly full: string;
  readonly english: string;
}

type Drawn = Omit<Thing, 'id'>;

const keepsakes: readonly Drawn[] = [
  { noun: 'montre', full: 'montre d’argent', gender: 'F', english: 'silver watch' },
  { noun: 'médaillon', full: 'médaillon d’ivoire', gender: 'M', english: 'ivory locket' },
  { noun: 'boussole', full: 'boussole de cuivre', gender: 'F', english: 'brass compass' },
  { noun: 'coffret', full: 'coffret de noyer', gender: 'M', english: 'walnut casket' },
];
const papers: readonly Drawn[] = [
  { noun: 'carnet', full: 'carnet noir', gender: 'M', english: 'black notebook' },
  { noun: 'registre', full: 'registre à fermoir', gender: 'M', english: 'clasped ledger' },
  { noun: 'liasse', full: 'liasse de lettres', gender: 'F', english: 'bundle of letters' },
];
const tokens: readonly Drawn[] = [
  { noun: 'clef', full: 'clef rouillée', gender: 'F', english: 'rusty key' },
  { noun: 'bague', full: 'bague de cuivre', gender: 'F', english: 'copper ring' },
  { noun: 'ruban', full: 'ruban bleu', gender: 'M', english: 'blue ribbon' },
];

/** What goes from hand to hand in a novel. */
export function drawThings(random: Random): Readonly<Record<Thing['id'], Thing>> {
  return {
    keepsake: { id: 'keepsake', ...random.fork('keepsake').pick(keepsakes) },
    papers: { id: 'papers', ...random.fork('papers').pick(papers) },
    token: { id: 'token', ...random.fork('token').pick(tokens) },
  };
}

/** `la montre`, whose article may contract. */
export function theThing({ noun, gender }: Thing): string {
  return `${article}${gender === 'F' ? 'la' : 'le'} ${noun}`;
}
