import { referenceFence } from '../../../artifact/fence.js';
import type { Compactor } from '../../../model/method.js';
import type { ScorerProfile } from '../../../model/scorer.js';
import type { Transcript } from '../../../model/transcript.js';
import { createReaderProvider } from '../../../providers/mock/reader-provider.js';
import { type CaseScript, scriptCase } from '../../../run/case-script.js';
import { playCase } from '../../../run/play-case.js';
import { carryOf } from '../../../run/run-settings.js';
import { scorer100, scorer200 } from '../../../score/reference-scorer.js';
import { obey1Profile } from '../obey1-profile.js';
import { type ComparedTemplates, levelNear } from './compared-templates.js';
import { emptyArtifact } from './situations.js';
import { atMost, rowOf, type WeaknessRow } from './weakness-row.js';

const topic = 'drift';

/** Whether what a cycle forgets is gone. */
export async function driftRows({ reference, own }: ComparedTemplates): Promise<WeaknessRow[]> {
  const scriptOf = (file: (typeof reference | typeof own)[number] | undefined) =>
    file === undefined ? undefined : scriptCase(file, 0n, levelNear(file, 'medium'), 1);
  const [theirs, ours] = [scriptOf(reference[0]), scriptOf(own[0])];
  const shown = async (script: CaseScript | undefined, profile: ScorerProfile) =>
    script === undefined ? null : await shownAgain(script, profile);
  const failure = (profile: ScorerProfile): number => profile.driftResistance([0, 0, 0]);
  return [
    rowOf({
      ...{ topic, key: 'transcript.shown_again', unit: 'share', bound: atMost(0) },
      about: 'first transcript shown again to who kept nothing',
      figures: {
        '1.0.0': await shown(theirs, scorer100),
        '2.0.0': await shown(theirs, scorer200),
        same: await shown(theirs, obey1Profile),
        own: await shown(ours, obey1Profile),
      },
    }),
    rowOf({
      ...{ topic, key: 'failure.drift_resistance', unit: 'share', bound: atMost(0) },
      about: 'drift resistance of who fails in every cycle',
      figures: {
        '1.0.0': failure(scorer100),
        '2.0.0': failure(scorer200),
        same: failure(obey1Profile),
        own: failure(obey1Profile),
      },
    }),
  ];
}

/** The share of the first cycle's turns that the second cycle's conversation holds word for word, with nothing kept between. */
async function shownAgain(script: CaseScript, profile: ScorerProfile): Promise<number> {
  const seen: Transcript[] = [];
  const compactor: Compactor = {
    async compact(transcript) {
      seen.push(transcript);
      return emptyArtifact();
    },
  };
  await playCase(script, {
    profile,
    carry: carryOf(profile.version),
    provider: createReaderProvider(() => 'I do not know.'),
    model: 'none',
    compactor: () => compactor,
    fence: () => referenceFence,
    now: () => 0,
  });
  const [first, second] = seen.map(({ turns }) => turns.map(({ content }) => content));
  const again = first?.filter((content) => second?.some((later) => later.includes(content))) ?? [];
  return again.length / Math.max(1, first?.length ?? 0);
}
