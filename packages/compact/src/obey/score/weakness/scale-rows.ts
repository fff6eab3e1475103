import { type Level, levels } from '@obey/schema';
import type { Case } from '../../../model/case.js';
import type { AnyTemplate } from '../../../run/any-suite.js';
import { mean } from '../../../score/neumaier-sum.js';
import { countTranscriptTokens } from '../../../score/token-count.js';
import { type ComparedTemplates, casesAt } from './compared-templates.js';
import { atLeast, atMost, both, rowOf, type WeaknessRow } from './weakness-row.js';

const topic = 'scale';

/** How long transcripts are, how much of them matters, and how many kinds of forgetting are looked at. */
export function scaleRows({ reference, own }: ComparedTemplates): WeaknessRow[] {
  const sides = { there: sizes(reference), here: sizes(own) };
  const meanRow = (level: Level, key: 'tokens' | 'signal'): WeaknessRow => {
    const meanOf = (size: LevelSize[]) => {
      const found = size.filter((one) => one.level === level).map((one) => one[key]);
      return found.length === 0 ? null : mean(found, 0);
    };
    return rowOf({
      ...{ topic, key: `${key}.${level}`, unit: key === 'tokens' ? 'tokens' : 'share' },
      about: `${key === 'tokens' ? 'tokens of a transcript' : 'share of them that is signal'}, ${level}, mean`,
      figures: { ...both(meanOf(sides.there)), own: meanOf(sides.here) },
    });
  };
  const at = (size: LevelSize[], key: 'tokens' | 'signal') =>
    size.filter(({ level }) => level === 'elite').map((one) => one[key]);
  const least = (size: LevelSize[]) => orNull(Math.min(...at(size, 'tokens')));
  const most = (size: LevelSize[]) => orNull(Math.max(...at(size, 'signal')));
  return [
    ...levels.flatMap((level) => [meanRow(level, 'tokens'), meanRow(level, 'signal')]),
    rowOf({
      ...{ topic, key: 'tokens.elite.least', unit: 'tokens', bound: atLeast(8000) },
      about: 'tokens of the shortest transcript, elite',
      figures: { ...both(least(sides.there)), own: least(sides.here) },
    }),
    rowOf({
      ...{ topic, key: 'signal.elite.most', unit: 'share', bound: atMost(0.05) },
      about: 'largest share of signal in one, elite',
      figures: { ...both(most(sides.there)), own: most(sides.here) },
    }),
    rowOf({
      ...{ topic, key: 'families', unit: 'count', bound: atLeast(5) },
      about: 'families',
      figures: { ...both(familiesOf(reference).size), own: familiesOf(own).size },
    }),
    rowOf({
      ...{ topic, key: 'families.templates', unit: 'count', bound: atLeast(5) },
      about: 'templates of the family that has fewest',
      figures: { ...both(Math.min(...familiesOf(reference).values())), own: Math.min(...familiesOf(own).values()) },
    }),
  ];
}

/** Where no template has the level there is nothing to tell. */
const orNull = (figure: number): number | null => (Number.isFinite(figure) ? figure : null);

interface LevelSize {
  readonly level: Level;
  readonly tokens: number;
  /** Share of the tokens that stand in turns which are no filler. */
  readonly signal: number;
}

function sizes(files: readonly AnyTemplate[]): LevelSize[] {
  return levels.flatMap((level) => casesAt(files, level, [1n]).map((made) => ({ level, ...sizeOf(made) })));
}

function sizeOf({ transcript }: Case): Omit<LevelSize, 'level'> {
  const tokens = countTranscriptTokens(transcript);
  const turns = transcript.turns.filter(({ tags }) => !tags.includes('distractor'));
  return { tokens, signal: countTranscriptTokens({ turns }) / Math.max(1, tokens) };
}

/** How many templates each family has. */
function familiesOf(files: readonly AnyTemplate[]): Map<string, number> {
  const families = new Map<string, number>();
  for (const { template } of files) families.set(template.family, (families.get(template.family) ?? 0) + 1);
  return families;
}
