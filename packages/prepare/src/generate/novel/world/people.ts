import type { Random } from '../../../random.js';
import { article } from '../french/finish-french.js';
import type { NovelCharacter, NovelRole } from '../novel.js';

/** A character as sentences need it. */
export interface Person extends NovelCharacter {
  /** Ways to call the person, the usual one first. */
  readonly mentions: readonly [string, ...string[]];
}

const firstNames = {
  F: [
    'Estelle',
    'Marguerite',
    'Jeanne',
    'Céleste',
    'Odile',
    'Mathilde',
    'Berthe',
    'Lucie',
    'Clémence',
    'Rosalie',
    'Irène',
    'Noémie',
    'Victorine',
    'Solange',
  ],
  M: [
    'Étienne',
    'Bastien',
    'Lucien',
    'Anselme',
    'Rémi',
    'Gaspard',
    'Théodore',
    'Julien',
    'Firmin',
    'Octave',
    'Simon',
    'Victor',
    'Mathieu',
    'Armand',
  ],
} as const;

const familyNames = [
  'Jaffré',
  'Kerouan',
  'Lemaire',
  'Vasseur',
  'Bonnard',
  'Delorme',
  'Rivoire',
  'Cazal',
  'Mercadier',
  'Tessier',
  'Aubrac',
  'Fontenoy',
  'Guérin',
  'Lacombe',
  'Peyrac',
  'Sabatier',
  'Morvan',
  'Chauvet',
];

interface Part {
  readonly role: string;
  readonly gender: 'M' | 'F';
}

const heroes: readonly Part[] = [
  { role: 'institutrice', gender: 'F' },
  { role: 'couturière', gender: 'F' },
  { role: 'infirmière', gender: 'F' },
  { role: 'relieur', gender: 'M' },
  { role: 'horloger', gender: 'M' },
  { role: 'typographe', gender: 'M' },
];
const friends: readonly Part[] = [
  { role: 'boulangère', gender: 'F' },
  { role: 'potière', gender: 'F' },
  { role: 'apicultrice', gender: 'F' },
  { role: 'forgeron', gender: 'M' },
  { role: 'menuisier', gender: 'M' },
  { role: 'tonnelier', gender: 'M' },
];
const rivals: readonly Part[] = [
  { role: 'notaire', gender: 'M' },
  { role: 'régisseur', gender: 'M' },
  { role: 'négociant', gender: 'M' },
  { role: 'négociante', gender: 'F' },
  { role: 'propriétaire', gender: 'F' },
];
const youths: readonly Part[] = [
  { role: 'apprenti', gender: 'M' },
  { role: 'commis', gender: 'M' },
  { role: 'servante', gender: 'F' },
  { role: 'bergère', gender: 'F' },
];

/** The people of a novel, no two with the same first name, initial or family name. */
export function drawPeople(random: Random): Readonly<Record<NovelRole, Person>> {
  const free = { F: random.fork('F').shuffle(firstNames.F), M: random.fork('M').shuffle(firstNames.M) };
  const families = random.fork('families').shuffle(familyNames);
  const initials = new Set<string>();
  const nameOf = (gender: 'M' | 'F') => {
    const at = free[gender].findIndex((name) => !initials.has(name.charAt(0)));
    const [name = ''] = free[gender].splice(Math.max(at, 0), 1);
    initials.add(name.charAt(0));
    return name;
  };
  const draw = random.fork('parts');
  const person = (id: NovelRole, { role, gender }: Part, relation: string, call: Calling): Person => {
    const name = nameOf(gender);
    const family = families.pop() ?? '';
    const the = definite(role, gender);
    const mentions = call({ name, family, the, gender });
    const plain = mentions[0].replaceAll(article, '');
    return {
      id,
      name: plain,
      fullName: `${name} ${family}`,
      gender,
      role: the.replaceAll(article, ''),
      relation,
      mentions,
    };
  };
  const any = (M: string, F: string): Part => {
    const gender = draw.pick(['F', 'M'] as const);
    return { role: gender === 'F' ? F : M, gender };
  };
  return {
    hero: person('hero', draw.pick(heroes), 'the hero', byName),
    friend: person('friend', draw.pick(friends), 'a friend of the hero’s childhood', byName),
    rival: person('rival', draw.pick(rivals), 'wants the house for a song', byTitle),
    youth: person('youth', draw.pick(youths), 'works for the rival', byName),
    doctor: person('doctor', { role: 'médecin', gender: 'M' }, 'the doctor of the village', byProfession),
    clerk: person('clerk', any('archiviste', 'archiviste'), 'keeps the records in town', ({ the }) => [the]),
    elder: person('elder', any('doyen', 'doyenne'), 'the oldest in the village; knows more than is good', byNickname),
    dead: person('dead', any('oncle', 'tante'), 'uncle or aunt of the hero, dead, who left the house', byKinship),
  };
}

interface Called {
  readonly name: string;
  readonly family: string;
  readonly the: string;
  readonly gender: 'M' | 'F';
}
type Calling = (called: Called) => [string, ...string[]];

const byName: Calling = ({ name, the }) => [name, name, name, the];
const byTitle: Calling = ({ family, the, gender }) => [`${gender === 'F' ? 'Madame' : 'Monsieur'} ${family}`, the];
const byProfession: Calling = ({ family }) => [`${article}le docteur ${family}`, `${article}le docteur`];
const byNickname: Calling = ({ family, gender }) => [
  gender === 'F' ? `${article}la mère ${family}` : `${article}le père ${family}`,
];
const byKinship: Calling = ({ name, gender }) => [gender === 'F' ? `${article}la tante ${name}` : `l’oncle ${name}`];

function definite(noun: string, gender: 'M' | 'F'): string {
  return /^[aeiouéèêhâîô]/i.test(noun) ? `l’${noun}` : `${article}${gender === 'F' ? 'la' : 'le'} ${noun}`;
}
