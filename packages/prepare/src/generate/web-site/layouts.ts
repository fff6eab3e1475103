import { cards } from './layouts/cards.js';
import { definitions } from './layouts/definitions.js';
import { infobox } from './layouts/infobox.js';
import { prose } from './layouts/prose.js';
import { scripted } from './layouts/scripted.js';
import { vintage } from './layouts/vintage.js';

/**
 * Every layout of a profile page, by name: a list of terms, a wide table, running text, cards, a script that a browser would
 * run, and markup of the nineties. All show the same facts, each in its own words and places.
 */
export const layouts = { definitions, infobox, prose, cards, scripted, vintage } as const;

export type LayoutName = keyof typeof layouts;
