import { describe, expect, it } from 'vitest';
import { referenceFence } from '../../artifact/fence.js';
import { evaluationRequest } from '../../artifact/prompts.js';
import { resolveMethod } from '../../methods/resolve-method.js';
import type { Artifact } from '../../model/artifact.js';
import { createReaderProvider } from '../../providers/mock/reader-provider.js';
import { carriedOver } from '../../run/carry-over.js';
import { levelsOf, ownTemplates, suiteKeys } from '../testing/own-suites.js';
import { playMethod } from '../testing/play-method.js';
import { readArtifact } from './read-artifact.js';
import { readWorld } from './read-world.js';

const full = process.env.OBEY_FULL === '1';

/** The matters that entries give a value; none for one that only changes it. */
function mattersOf(entries: readonly string[]): string[] {
  return entries.flatMap((entry) =>
    [...readWorld(entry, { follows: false }).projects].flatMap(([project, { matters }]) =>
      [...matters].flatMap(([matter, { value }]) => (value === undefined ? [] : [`${project}: ${matter}`])),
    ),
  );
}

/** The ledger of each cycle, with the reader as the model. */
async function ledgersOf(cycles: readonly (readonly string[])[]): Promise<Artifact[]> {
  const method = await resolveMethod('built-in:hybrid-ledger', { profile: 'obey-1', folder: '.' });
  const compactor = method.create({ provider: createReaderProvider(readArtifact), model: 'reader' });
  const made: Artifact[] = [];
  let id = 0;
  for (const lines of cycles) {
    const turns = lines.map((content) => ({ id: id++, role: 'user' as const, content, tags: [] }));
    const previous = made.at(-1);
    made.push(
      previous === undefined
        ? await compactor.compact({ turns }, {})
        : await compactor.compact(carriedOver(previous, turns), { previous }),
    );
  }
  return made;
}

describe('hybrid-ledger with the reader as its model', () => {
  it('keeps the record of one project over two cycles, takes only the word that decides there, and drops what is superseded', async () => {
    const ledgers = await ledgersOf([
      [
        'From now on keep the record of the Copper Lantern alone, where the word of Ada Birch decides. Other projects share this channel.',
        'Ada Birch: On the Copper Lantern, for the spare keys, we go with the rented vans from Trask.',
        'Ada Birch: On the Copper Lantern, for the coat racks, we go with the narrow racks from Brandt.',
        'Ada Birch: Still open on the Copper Lantern: the landing permit for the north ridge.',
        'Nils Oakes: On the Silver Kettle, for the spare keys, we go with the padded vans from Orlik.',
      ],
      [
        'Nils Oakes: On the Copper Lantern, for the spare keys, we go with the tall vans from Venner.',
        'Nils Oakes: On the Silver Kettle, for the coat racks, we go with the wide racks from Lomond.',
        'Ada Birch: Correction. On the Copper Lantern, for the spare keys, we go with the closed vans from Strand.',
        'Ada Birch: Settled on the Copper Lantern: the landing permit for the north ridge.',
      ],
      ['Ada Birch: On the Copper Lantern, for the ticket desk, we go with the folding desks from Arvid.'],
    ]);
    expect(ledgers.map(({ structured_state: state }) => [state.locked_decisions, state.unresolved_items])).toEqual([
      [
        [
          'On the Copper Lantern, for the spare keys, we go with the rented vans from Trask.',
          'On the Copper Lantern, for the coat racks, we go with the narrow racks from Brandt.',
        ],
        ['Still open on the Copper Lantern: the landing permit for the north ridge.'],
      ],
      [
        [
          'On the Copper Lantern, for the coat racks, we go with the narrow racks from Brandt.',
          'On the Copper Lantern, for the spare keys, we go with the closed vans from Strand.',
        ],
        [],
      ],
      [
        [
          'On the Copper Lantern, for the coat racks, we go with the narrow racks from Brandt.',
          'On the Copper Lantern, for the spare keys, we go with the closed vans from Strand.',
          'On the Copper Lantern, for the ticket desk, we go with the folding desks from Arvid.',
        ],
        [],
      ],
    ]);
    const header = /^From now on .*Copper Lantern.* Ada Birch/;
    for (const { summaryText, warnings, structured_state: state } of ledgers) {
      expect(summaryText).toMatch(header);
      expect(state.immutable_facts[0]).toMatch(header);
      expect(JSON.stringify(state)).not.toContain('Silver Kettle');
      expect(warnings).toEqual([]);
    }
    expect(ledgers.map(({ methodMetadata }) => methodMetadata.cycles_accumulated)).toEqual([1, 2, 3]);
  });

  it('keeps what a change needs to be reckoned, and drops both when the figure is set anew', async () => {
    const ledgers = await ledgersOf([
      [
        'From now on keep the record of the Copper Lantern alone, where the word of Ada Birch decides. Other projects share this channel.',
        'Ada Birch: Figure for the printed maps on the Copper Lantern: 4000 sheets.',
      ],
      ['Ada Birch: Raise the printed maps on the Copper Lantern by 250 sheets.'],
      ['Ada Birch: We set the printed maps on the Copper Lantern at 7000 sheets.'],
    ]);
    const kept = ledgers.map(({ structured_state: state }) => [
      ...state.immutable_facts.slice(1),
      ...state.locked_decisions,
    ]);
    expect(kept).toEqual([
      ['Figure for the printed maps on the Copper Lantern: 4000 sheets.'],
      [
        'Figure for the printed maps on the Copper Lantern: 4000 sheets.',
        'On the Copper Lantern, add 250 sheets to the printed maps.',
      ],
      ['Figure for the printed maps on the Copper Lantern: 7000 sheets.'],
    ]);
    const asked = ledgers.map((artifact) => {
      const item = { prompt: 'What do the printed maps of the Copper Lantern come to?' };
      return readArtifact(evaluationRequest(item, { artifact, fence: referenceFence, model: 'reader' }));
    });
    expect(asked.map((answer) => /\d+/.exec(answer)?.[0])).toEqual(['4000', '4250', '7000']);
  });

  it.each(suiteKeys)(
    'adds up over the cycles of the suite %s: nothing untouched is lost, nothing stale is kept',
    async (suite) => {
      for (const template of ownTemplates(suite).filter((_, index) => full || index % 9 === 0)) {
        const level = levelsOf(template)[0];
        if (level === undefined) continue;
        const { cycles } = await playMethod('hybrid-ledger', template, level, 5n);
        const states = cycles.map(({ artifact }) => artifact.structured_state);
        expect(cycles.map(({ artifact }) => artifact.methodMetadata.cycles_accumulated)).toEqual([1, 2, 3]);
        for (const [index, state] of states.entries()) {
          const before = states[index - 1];
          if (before === undefined) continue;
          expect(state.immutable_facts[0]).toBe(before.immutable_facts[0]);
          for (const name of ['locked_decisions', 'forbidden_behaviors'] as const) {
            const about = mattersOf(state[name]);
            expect(new Set(about).size, `${template.key}: ${about.join('; ')}`).toBe(about.length);
            expect(about, template.key).toEqual(expect.arrayContaining(mattersOf(before[name])));
          }
        }
      }
    },
  );
});
