import type { Random } from '../../random.js';

const things = [
  ...['Flat boat', 'Wooden spoon', 'Slow dance', 'Winter coat', 'Small anvil', 'Reed basket', 'Folding chair'],
  ...[
    'Clay oven',
    'Long oar',
    'Paper lantern',
    'Market toll',
    'Oat bread',
    'Sea mist',
    'Stone bridge',
    'Goose feather',
  ],
  ...['Bronze bell', 'Narrow lane', 'Sour plum', 'Weaver’s knot', 'Morning song', 'Iron hook', 'Shallow pond'],
  ...['Old coin', 'Straw hat', 'Night watch', 'Honey cake', 'Broken wheel', 'Rope ladder', 'Cold wind', 'Signal fire'],
  ...['Printer’s mark', 'Glass bead', 'Apple crate', 'Dry well', 'Silver thread', 'Harvest feast', 'Spare key'],
  ...['Village elder', 'Ferry landing', 'Two-handed saw'],
];
const uses = [
  ...['kept for guests', 'of the marsh villages', 'mended twice', 'that nobody claims', 'used before noon'],
  ...['with a painted rim', 'from the upper valley', 'given as a wedding present', 'that floats', 'made in one piece'],
  ...['of the third quality', 'without a handle', 'shared by neighbours', 'left out in the rain', 'sold by the dozen'],
  ...['for a left-handed smith', 'with a double edge', 'lost at cards', 'carried on the back', 'seen at low tide'],
  ...['that needs two people', 'stored in the loft', 'borrowed and not returned', 'smelling of tar', 'for feast days'],
  ...['older than the church', 'bound in leather', 'that creaks', 'painted green', 'half as long as usual'],
];
const registers = [
  ...['', ' (dialect)', ' (old word)', ' (at sea)', ' (in trade)', ' (among coopers)', ' (in the north)', ' (slang)'],
  ...[' (in fables)', ' (poetic)', ' (rare)', ' (among millers)', ' (in court)', ' (on the islands)', ' (jocular)'],
  ...[' (in letters)', ' (among shepherds)', ' (in old maps)', ' (in the theatre)', ' (of a trade guild)'],
];

/** As many different clues can be drawn. */
export const mostClues = things.length * uses.length * registers.length;

/** Draws clues that all differ, each a few words, as a crossword prints them. @throws RangeError beyond `mostClues` */
export function drawClues(random: Random, count: number): string[] {
  if (count > mostClues) throw new RangeError(`there are ${mostClues} different clues, not ${count}`);
  const taken = new Set<number>();
  while (taken.size < count) taken.add(random.integer(0, mostClues - 1));
  return [...taken].map((index) => {
    const thing = things[index % things.length];
    const use = uses[Math.floor(index / things.length) % uses.length];
    return `${thing} ${use}${registers[Math.floor(index / (things.length * uses.length))]}`;
  });
}
