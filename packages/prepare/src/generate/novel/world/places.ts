import type { Random } from '../../../random.js';
import { article } from '../french/finish-french.js';
import type { NovelName } from '../novel.js';

/** A place as sentences need it. */
export interface Place {
  readonly id: PlaceId;
  readonly gender: 'M' | 'F';
  /** With its article, which may contract: `le moulin des Aulnes`, and shorter: `le moulin`. */
  readonly long: string;
  readonly short: string;
  /** The preposition of being there. */
  readonly at: 'à' | 'dans' | 'sur';
  readonly indoors: boolean;
  readonly english: string;
  readonly name?: NovelName;
}

export type PlaceId =
  | 'house'
  | 'inn'
  | 'wood'
  | 'bridge'
  | 'chapel'
  | 'shop'
  | 'office'
  | 'hall'
  | 'hut'
  | 'archive'
  | 'market'
  | 'barn';

interface Noun {
  readonly noun: string;
  readonly gender: 'M' | 'F';
  readonly english: string;
  readonly at: Place['at'];
}

interface Epithet {
  readonly french: string;
  readonly english: string;
}

const houses: readonly Noun[] = [
  { noun: 'moulin', gender: 'M', english: 'Mill', at: 'à' },
  { noun: 'manoir', gender: 'M', english: 'Manor', at: 'à' },
  { noun: 'ferme', gender: 'F', english: 'Farm', at: 'à' },
  { noun: 'métairie', gender: 'F', english: 'Grange', at: 'à' },
];
const ofHouses: readonly Epithet[] = [
  { french: 'des Aulnes', english: 'Alder' },
  { french: 'du Gué', english: 'Ford' },
  { french: 'des Trois-Chênes', english: 'Three Oaks' },
  { french: 'de la Loutre', english: 'Otter' },
  { french: 'des Corneilles', english: 'Crow' },
  { french: 'du Rouet', english: 'Spindle' },
];
const ofInns: readonly Epithet[] = [
  { french: 'du Cheval-Blanc', english: 'White Horse' },
  { french: 'du Soleil-Levant', english: 'Rising Sun' },
  { french: 'de la Cloche', english: 'Bell' },
  { french: 'des Deux-Clefs', english: 'Two Keys' },
];
const ofWoods: readonly Epithet[] = [
  { french: 'des Ormes', english: 'Elm' },
  { french: 'aux Biches', english: 'Hind' },
  { french: 'du Charbonnier', english: 'Collier' },
  { french: 'des Sorbiers', english: 'Rowan' },
];
const ofBridges: readonly Epithet[] = [
  { french: 'aux Ânes', english: 'Donkey' },
  { french: 'de la Tanneuse', english: 'Tanner' },
  { french: 'du Passeur', english: 'Ferryman' },
  { french: 'des Lavandières', english: 'Washerwoman' },
];
const ofChapels: readonly Epithet[] = [
  { french: 'Saint-Roch', english: 'Saint Roch' },
  { french: 'Sainte-Foy', english: 'Saint Faith' },
  { french: 'des Noyés', english: 'Drowned' },
  { french: 'des Neiges', english: 'Snow' },
];

const villages = ['Saint-Aubin', 'Courvalle', 'Brézolles', 'Montrieux', 'Vernouay', 'Sauvigné', 'Pontarcy', 'Louvency'];

/** The village and its places. */
export function drawPlaces(random: Random): { village: string; places: Readonly<Record<PlaceId, Place>> } {
  const pick = <T>(name: string, items: readonly T[]) => random.fork(name).pick(items);
  const inn: Noun = { noun: 'auberge', gender: 'F', english: 'Inn', at: 'à' };
  return {
    village: pick('village', villages),
    places: {
      house: named('house', pick('house', houses), pick('of house', ofHouses), true),
      inn: named('inn', inn, pick('of inn', ofInns), true),
      wood: named('wood', { noun: 'bois', gender: 'M', english: 'Wood', at: 'dans' }, pick('of wood', ofWoods), false),
      bridge: named(
        'bridge',
        { noun: 'pont', gender: 'M', english: 'Bridge', at: 'sur' },
        pick('of bridge', ofBridges),
        false,
      ),
      chapel: named(
        'chapel',
        { noun: 'chapelle', gender: 'F', english: 'Chapel', at: 'dans' },
        pick('of chapel', ofChapels),
        true,
      ),
      shop: plain('shop', { noun: 'atelier', gender: 'M', english: 'workshop', at: 'dans' }, true),
      office: plain('office', { noun: 'bureau', gender: 'M', english: 'office', at: 'dans' }, true),
      hall: plain('hall', { noun: 'salle de la mairie', gender: 'F', english: 'town hall', at: 'dans' }, true),
      hut: plain('hut', { noun: 'cabane', gender: 'F', english: 'hut', at: 'dans' }, true),
      archive: plain(
        'archive',
        { noun: 'salle des archives', gender: 'F', english: 'record office', at: 'dans' },
        true,
      ),
      market: plain('market', { noun: 'place', gender: 'F', english: 'square', at: 'sur' }, false),
      barn: plain('barn', { noun: 'grange', gender: 'F', english: 'barn', at: 'dans' }, true),
    },
  };
}

function named(id: PlaceId, { noun, gender, english, at }: Noun, epithet: Epithet, indoors: boolean): Place {
  const french = `${noun} ${epithet.french}`;
  const renderings = [`${epithet.english} ${english}`, `${english} of the ${epithet.english}`] as const;
  return {
    id,
    gender,
    at,
    indoors,
    long: definite(french, gender),
    short: definite(noun, gender),
    english: renderings[0],
    name: { french, renderings },
  };
}

function plain(id: PlaceId, { noun, gender, english, at }: Noun, indoors: boolean): Place {
  const the = definite(noun, gender);
  return { id, gender, at, indoors, long: the, short: the, english };
}

function definite(noun: string, gender: 'M' | 'F'): string {
  return /^[aeiouéèêâîô]/i.test(noun) ? `l’${noun}` : `${article}${gender === 'F' ? 'la' : 'le'} ${noun}`;
}
