import type { SceneKind } from '../plot/units.js';
import { arrival, farewell, journey, reunion } from './comings-and-goings.js';
import { letter, meal, vigil, visit } from './quiet-scenes.js';
import type { SceneBank } from './scene-bank.js';
import { confrontation, discovery, quarrel, theft } from './troubles.js';
import { confession, fair, storm, walk, work } from './village-scenes.js';

/** The bank of each kind of scene. */
export const sceneBanks: Readonly<Record<SceneKind, SceneBank>> = {
  arrival,
  reunion,
  journey,
  farewell,
  discovery,
  quarrel,
  theft,
  confrontation,
  meal,
  visit,
  letter,
  vigil,
  fair,
  storm,
  confession,
  walk,
  work,
};
