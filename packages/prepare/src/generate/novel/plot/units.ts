import type { NovelEvent, NovelRole } from '../novel.js';
import type { PlaceId } from '../world/places.js';
import type { Thing } from '../world/things.js';

/** Kinds of scene, each with a bank of sentences. */
export type SceneKind =
  | 'arrival'
  | 'reunion'
  | 'journey'
  | 'farewell'
  | 'discovery'
  | 'quarrel'
  | 'theft'
  | 'confrontation'
  | 'meal'
  | 'visit'
  | 'letter'
  | 'vigil'
  | 'fair'
  | 'storm'
  | 'confession'
  | 'walk'
  | 'work';

/** A turn of the plot in a scene; its chapter, place and people follow from the scene. */
export interface TurnPlan {
  readonly kind: NovelEvent['kind'];
  readonly object?: Thing['id'];
  /** The next fact that nobody has told yet. */
  readonly fact?: true;
}

export interface ScenePlan {
  readonly kind: SceneKind;
  readonly other: NovelRole;
  readonly third?: NovelRole;
  readonly place: PlaceId;
  readonly hour: 'matin' | 'midi' | 'soir' | 'nuit';
  readonly turn?: TurnPlan;
}

/** What one chapter tells. */
export interface ChapterPlan {
  readonly id: string;
  readonly titles: readonly string[];
  readonly scenes: readonly ScenePlan[];
}

/** The whole story in order. */
export const story: readonly ChapterPlan[] = [
  {
    id: 'return',
    titles: ['Le retour', 'La maison fermée', 'Une valise sur la place'],
    scenes: [
      { kind: 'arrival', other: 'doctor', place: 'market', hour: 'soir', turn: { kind: 'arrival' } },
      { kind: 'reunion', other: 'friend', place: 'shop', hour: 'matin', turn: { kind: 'learned', fact: true } },
      { kind: 'meal', other: 'doctor', place: 'inn', hour: 'soir' },
    ],
  },
  {
    id: 'find',
    titles: ['Sous les planches', 'Ce que cachait la grange', 'La trouvaille'],
    scenes: [
      { kind: 'work', other: 'friend', place: 'shop', hour: 'matin' },
      { kind: 'discovery', other: 'friend', place: 'barn', hour: 'midi', turn: { kind: 'found', object: 'keepsake' } },
      { kind: 'quarrel', other: 'rival', place: 'office', hour: 'soir', turn: { kind: 'quarrel' } },
    ],
  },
  {
    id: 'elder',
    titles: ['La mémoire des vieux', 'Chez celui qui sait', 'Une visite'],
    scenes: [
      { kind: 'walk', other: 'friend', place: 'bridge', hour: 'matin' },
      { kind: 'visit', other: 'elder', place: 'hut', hour: 'midi', turn: { kind: 'learned', fact: true } },
      { kind: 'meal', other: 'friend', place: 'house', hour: 'soir' },
    ],
  },
  {
    id: 'letter',
    titles: ['La lettre', 'Le facteur', 'Quatre pages serrées'],
    scenes: [
      { kind: 'letter', other: 'friend', place: 'inn', hour: 'matin' },
      { kind: 'walk', other: 'doctor', place: 'wood', hour: 'midi', turn: { kind: 'learned', fact: true } },
      { kind: 'work', other: 'youth', place: 'shop', hour: 'soir' },
    ],
  },
  {
    id: 'journey',
    titles: ['Le voyage', 'À la ville', 'Les registres'],
    scenes: [
      { kind: 'journey', other: 'clerk', place: 'archive', hour: 'matin', turn: { kind: 'found', object: 'papers' } },
      { kind: 'meal', other: 'friend', place: 'inn', hour: 'soir' },
      { kind: 'walk', other: 'youth', place: 'chapel', hour: 'midi', turn: { kind: 'learned', fact: true } },
    ],
  },
  {
    id: 'theft',
    titles: ['La porte forcée', 'L’orage', 'La cachette vide'],
    scenes: [
      { kind: 'storm', other: 'friend', place: 'barn', hour: 'nuit' },
      { kind: 'theft', other: 'friend', place: 'house', hour: 'matin', turn: { kind: 'stolen', object: 'keepsake' } },
      { kind: 'quarrel', other: 'rival', place: 'inn', hour: 'soir', turn: { kind: 'quarrel' } },
    ],
  },
  {
    id: 'illness',
    titles: ['La veille', 'La fièvre', 'Une nuit blanche'],
    scenes: [
      { kind: 'vigil', other: 'doctor', third: 'elder', place: 'hut', hour: 'nuit' },
      { kind: 'visit', other: 'elder', place: 'hut', hour: 'matin', turn: { kind: 'found', object: 'token' } },
      { kind: 'walk', other: 'friend', place: 'bridge', hour: 'soir', turn: { kind: 'promise' } },
    ],
  },
  {
    id: 'fair',
    titles: ['Jour de foire', 'Les lampions', 'La fête'],
    scenes: [
      { kind: 'fair', other: 'friend', place: 'market', hour: 'midi' },
      { kind: 'meal', other: 'youth', place: 'inn', hour: 'soir' },
      { kind: 'walk', other: 'friend', place: 'wood', hour: 'nuit' },
    ],
  },
  {
    id: 'confession',
    titles: ['L’aveu', 'Ce que savait l’ombre', 'La pièce d’or'],
    scenes: [
      { kind: 'work', other: 'friend', place: 'barn', hour: 'matin' },
      {
        kind: 'confession',
        other: 'youth',
        place: 'chapel',
        hour: 'soir',
        turn: { kind: 'returned', object: 'keepsake' },
      },
      { kind: 'visit', other: 'elder', place: 'hut', hour: 'midi', turn: { kind: 'learned', fact: true } },
    ],
  },
  {
    id: 'confrontation',
    titles: ['Devant tous', 'La salle de la mairie', 'Le silence des témoins'],
    scenes: [
      { kind: 'reunion', other: 'doctor', place: 'inn', hour: 'matin' },
      { kind: 'confrontation', other: 'rival', place: 'hall', hour: 'midi', turn: { kind: 'learned', fact: true } },
      { kind: 'meal', other: 'friend', place: 'house', hour: 'soir' },
    ],
  },
  {
    id: 'farewell',
    titles: ['Le départ', 'La clef', 'Au tournant de la route'],
    scenes: [
      { kind: 'work', other: 'youth', place: 'house', hour: 'matin' },
      { kind: 'walk', other: 'elder', place: 'chapel', hour: 'midi' },
      { kind: 'farewell', other: 'friend', place: 'market', hour: 'soir', turn: { kind: 'promise' } },
    ],
  },
];

/** Chapters that a shorter book does without, the first first; nothing is given back that was never stolen. */
export const drop = ['fair', 'illness', 'theft confession', 'letter', 'elder', 'journey', 'find'];
