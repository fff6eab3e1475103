import { fenceOf, referenceFence } from '../../../artifact/fence.js';
import { scorer100, scorer200 } from '../../../score/reference-scorer.js';
import { obey1Profile } from '../obey1-profile.js';
import type { ComparedTemplates } from './compared-templates.js';
import { estimateError } from './estimate-error.js';
import { believedForgeries } from './forgeries.js';
import { heldSuperseded } from './held-superseded.js';
import { openSpellings } from './open-spellings.js';
import { atMost, both, rowOf, type WeaknessRow } from './weakness-row.js';

/** Whether files, prompts, ledgers and estimates can be relied on. */
export async function fileRows({ reference, own }: ComparedTemplates): Promise<WeaknessRow[]> {
  const [theirs, ours] = [reference.slice(0, 2), own.slice(0, 2)];
  return [
    rowOf({
      ...{ topic: 'evidence', key: 'forgeries.believed', unit: 'share', bound: atMost(0) },
      about: 'forged results files believed, of three kinds',
      figures: {
        '1.0.0': await believedForgeries(theirs, scorer100),
        '2.0.0': await believedForgeries(theirs, scorer200),
        same: await believedForgeries(theirs, obey1Profile),
        own: await believedForgeries(ours, obey1Profile),
      },
    }),
    rowOf({
      ...{ topic: 'fence', key: 'fence.open', unit: 'share', bound: atMost(0) },
      about: "spellings of the fence's end that stay in it",
      figures: { ...both(openSpellings(() => referenceFence)), own: openSpellings(fenceOf) },
    }),
    rowOf({
      ...{ topic: 'ledger', key: 'ledger.superseded', unit: 'share', bound: atMost(0) },
      about: 'superseded decisions that the ledger keeps',
      figures: {
        '1.0.0': await heldSuperseded('1.0.0'),
        '2.0.0': await heldSuperseded('2.0.0'),
        same: await heldSuperseded('obey-1'),
        own: await heldSuperseded('obey-1'),
      },
    }),
    rowOf({
      ...{ topic: 'estimate', key: 'estimate.error', unit: 'share', bound: atMost(0.1) },
      about: 'calls misjudged by the estimate, worst method',
      figures: {
        '1.0.0': await estimateError(reference, scorer100),
        '2.0.0': await estimateError(reference, scorer200),
        same: await estimateError(reference, obey1Profile),
        own: await estimateError(own.slice(0, 6), obey1Profile),
      },
    }),
  ];
}
