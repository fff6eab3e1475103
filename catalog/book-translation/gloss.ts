import type { Card } from './book.js';

/** Common words, in pairs: French, English. */
const pairs = `le the la the les the l the un a une a des some du of-the de of d of et and ou or mais but où where que that qu that qui who quoi what dont whose
il he elle she on one je I j I tu you te you t you vous you nous we lui him leur them se itself s itself ce this c this cela that ces these cette this cet this
son his sa her ses his mon my ma my ta your votre your sans without avec with dans in sur on sous under à at au at-the aux at-the par by pour for vers towards chez at
entre between depuis since pendant during avant before après after jusqu until comme as si if ne not n not pas not plus more rien nothing jamais never tout all toute all
tous all toutes all était was étaient were avait had avaient had est is a has fut was fit did dit said devait had-to y there en of-it là there ici here puis then alors then
encore still déjà already presque almost trop too bien well aussi also même same autre other autres others deux two trois three premier first dernière last peu little
jour day nuit night matin morning soir evening heure hour temps time an year ans years main hand mains hands yeux eyes tête head voix voice visage face porte door
fenêtre window table table feu fire lampe lamp mur wall murs walls maison house rue street chemin way route road ville town village village eau water pluie rain vent wind
neige snow ciel sky terre earth arbre tree silence silence mot word mots words nom name vie life mort death homme man femme woman enfant child gens people monde world
chose thing lettre letter clef key pain bread chaise chair regard look bras arm épaule shoulder coup blow moment moment instant instant quand when pourquoi why combien how-much
personne nobody quelqu some quelque some chaque each aucune no aucun no vieux old vieille old petit small grand big bon good seul alone seule alone
demanda asked répondit answered reprit went-on murmura murmured regarda looked-at posa put prit took vit saw attendit waited resta stayed marcha walked
entendit heard sortit went-out entra came-in ouvrit opened ferma closed pensa thought sentit felt comprit understood tendit held-out baissa lowered`;

const english = new Map<string, string>();
const listed = pairs.split(/\s+/);
for (let at = 0; at + 1 < listed.length; at += 2) {
  english.set(listed[at] ?? '', (listed[at + 1] ?? '').replaceAll('-', ' '));
}

/**
 * A gloss of French, word by word: names as the card renders them, common words in English, the others as they stand. It
 * carries the process out; as a translation it is a poor one.
 */
export function gloss(text: string, card: readonly Card[]): string {
  const renderings = new Map(card.map(({ name, rendering }) => [name, rendering]));
  const names = [...renderings.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp([...names.map(escaped), '\\p{L}+[’-]?'].join('|'), 'gu');
  return text
    .replaceAll(/«\s?/g, '“')
    .replaceAll(/\s?»/g, '”')
    .replaceAll(/[\u00a0\u202f](?=[:;!?])/g, '')
    .replaceAll(pattern, (found) => renderings.get(found) ?? word(found));
}

function word(found: string): string {
  const [bare = '', sign = ''] = [found.replace(/[’-]$/, ''), found.replace(/^.*?([’-]?)$/u, '$1')];
  const known = english.get(bare.toLowerCase());
  if (known === undefined) return sign === '’' ? `${bare} ` : found;
  const cased = /^\p{Lu}/u.test(bare) ? known.charAt(0).toUpperCase() + known.slice(1) : known;
  return sign === '’' ? `${cased} ` : cased + sign;
}

function escaped(name: string): string {
  return name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
