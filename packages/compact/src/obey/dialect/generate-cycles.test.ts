import { type Level, levels } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../../model/transcript.js';
import { countTokens } from '../../score/token-count.js';
import { levelsOf, ownTemplates, suiteKeys } from '../testing/own-suites.js';
import { generateCycles } from './generate-cycles.js';
import { continuationTurns, generateObeyCase } from './generate-obey-case.js';
import type { ObeyTemplate } from './obey-template.js';

const full = process.env.OBEY_FULL === '1';
const templates = suiteKeys.flatMap(ownTemplates);
const elite = templates.filter((template) => levelsOf(template).includes('elite'));

function faultsOf(template: ObeyTemplate, seed: bigint, level: Level): string[] {
  const cycles = generateCycles(template, seed, level, 2);
  const turns = cycles.flatMap((cycle) => cycle.turns);
  const faults: string[] = [];
  if (new Set(turns.map(({ content }) => content)).size !== turns.length) faults.push('a turn repeats');
  if (turns.some(({ id }, index) => id !== index)) faults.push('ids do not count from 0');
  if (turns.some(({ content }) => /\{|\}|undefined/.test(content))) faults.push('a slot is not filled');
  if (turns.some(({ content }) => [...content].length > 480))
    faults.push('a turn is too long for a section of an artifact');
  for (const { evaluation_items: items } of cycles) {
    for (const item of items) {
      const { expected, prompt } = item;
      const answers = [
        expected.get('value'),
        expected.get('values'),
        expected.get('entity'),
        expected.get('instead'),
      ].flat();
      for (const answer of answers) {
        if (typeof answer === 'string' && contains(prompt, answer)) faults.push(`${item.key} shows ${answer}`);
      }
      const wrong: unknown[] = [expected.get('rejects') ?? [], expected.get('conflicts') ?? []].flat();
      if (answers.some((answer) => typeof answer === 'string' && wrong.includes(answer)))
        faults.push(`${item.key} rejects its own answer`);
      if (expected.get('check') === 'forbidden_absent') {
        const forbidden = String(expected.get('value'));
        if (items.some((other) => contains(other.prompt, forbidden))) faults.push(`a question shows ${forbidden}`);
      }
    }
  }
  const [first] = cycles;
  if (level === 'elite' && first !== undefined) {
    if (tokensOf(first.turns) <= 8_000) faults.push(`only ${tokensOf(first.turns)} tokens`);
    const share = tokensOf(first.turns.filter(({ tags }) => tags.includes('signal'))) / tokensOf(first.turns);
    if (share >= 0.05) faults.push(`a signal share of ${share}`);
  }
  return faults;
}

/** Whether two names begin or end alike: `Copper Lantern` and `Copper Harbour`, `Silberlaterne` and `Kupferlaterne`. */
function sharesHalf(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4) || a.slice(-4) === b.slice(-4);
}

function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

function tokensOf(turns: readonly Turn[]): number {
  return turns.reduce((sum, { content }) => sum + countTokens(content), 0);
}

describe('cases of our own suites', () => {
  it('repeat no turn, show no answer, and at elite exceed 8,000 tokens with less than 5 % signal', () => {
    const found = new Map<string, string[]>();
    const note = (template: ObeyTemplate, seed: bigint, level: Level): void => {
      const faults = faultsOf(template, seed, level);
      if (faults.length > 0) found.set(`${template.key} ${seed} ${level}`, faults);
    };
    for (const [index, template] of templates.entries()) note(template, BigInt(index), 'easy');
    for (let seed = 0; seed < (full ? 1_000 : 4); seed += 1) {
      const template = elite[(seed * 11) % elite.length] as ObeyTemplate;
      for (const level of full ? levels : (['hard', 'elite'] as const)) note(template, BigInt(seed) + 2n ** 63n, level);
    }
    expect(Object.fromEntries(found)).toEqual({});
  });

  it('bind distinct variables, none a part of another', () => {
    for (const template of templates.slice(0, full ? undefined : 20)) {
      for (let seed = 0n; seed < (full ? 20n : 2n); seed += 1n) {
        const { evaluation_items: items } = generateObeyCase(template, seed, 'easy');
        const answers = items.flatMap(({ expected }) =>
          [expected.get('value'), expected.get('values'), expected.get('entity')].flat(),
        );
        const values = [...new Set(answers.filter((answer) => typeof answer === 'string'))];
        const parts = values.filter((value) => values.some((other) => other !== value && contains(other, value)));
        expect(parts, template.key).toEqual([]);
      }
    }
  });

  it('are a pure function of template, seed and level, whatever later cycles are asked for', () => {
    for (const template of templates.slice(0, 6)) {
      const once = generateCycles(template, 5n, 'medium', 3);
      expect(generateCycles(template, 5n, 'medium', 1)).toEqual(once.slice(0, 2));
      expect(continuationTurns(template, 5n, 'medium', 3)).toEqual(once[3]);
      expect(generateObeyCase(template, 5n, 'medium').transcript.turns).toEqual(once[0]?.turns);
      expect(generateObeyCase(template, 6n, 'medium')).not.toEqual(generateObeyCase(template, 5n, 'medium'));
    }
  });

  it('go on in every later cycle with turns that carry something, and answers that change', () => {
    for (const template of templates.slice(0, full ? undefined : 15)) {
      const cycles = generateCycles(template, 3n, 'easy', 5);
      cycles.slice(1).forEach(({ turns, evaluation_items: items }, index) => {
        expect(turns.some(({ tags }) => tags.includes('signal'))).toBe(true);
        expect(turns.some(({ tags }) => tags.includes('distractor'))).toBe(true);
        expect(items).not.toEqual(cycles[index]?.evaluation_items);
      });
    }
  });
});

describe('each knob of difficulty', () => {
  const template = templates.find(({ key }) => key === 'decision_override_v1_1') as ObeyTemplate;
  const vary = (change: Partial<ObeyTemplate['difficulty_policy']>): ObeyTemplate => ({
    ...template,
    difficulty_policy: { ...template.difficulty_policy, ...change },
  });
  const contents = (of: ObeyTemplate): string[] =>
    generateObeyCase(of, 8n, 'hard').transcript.turns.map(({ content }) => content);

  it('paraphrase depth changes how constraints are worded', () => {
    const texts = [0, 1, 2, 3].map((depth) => contents(vary({ paraphrase_depth: { hard: depth } })).join('\n'));
    expect(new Set(texts).size).toBe(4);
  });

  it('override timing moves the statement that replaces another', () => {
    const places = (['early', 'middle', 'late', 'after_last_mention'] as const).map((timing) => {
      let sum = 0;
      for (let seed = 0n; seed < 24n; seed += 1n) {
        const changed = vary({ override_timing: { medium: timing }, paraphrase_depth: {}, distance: {} });
        const { transcript, evaluation_items: items } = generateObeyCase(changed, seed, 'medium');
        const value = String(items[0]?.expected.get('value'));
        const last = transcript.turns.findIndex(({ content }) => content.includes(value));
        sum += last / transcript.turns.length / 24;
      }
      return sum;
    });
    // What comes last of all is as late as `late`: the test below is about it.
    const [early, middle, late] = places as [number, number, number];
    expect(early).toBeLessThan(middle);
    expect(middle).toBeLessThan(late);
    expect((places[3] as number) - (places[0] as number)).toBeGreaterThan(0.15);
  });

  it('a word that is to be the last on a matter comes after all other talk of it', () => {
    for (let seed = 0n; seed < 10n; seed += 1n) {
      const changed = vary({ override_timing: { hard: 'after_last_mention' }, paraphrase_depth: { hard: 0 } });
      const { transcript, evaluation_items: items, ground_truth: truth } = generateObeyCase(changed, seed, 'hard');
      const value = String(items[0]?.expected.get('value'));
      const [matter = ''] = (truth.locked_decisions[0] ?? '').split(': ');
      const project = /record of the (.+?)(?:,| alone)|answer for the (.+?) alone/.exec(
        transcript.turns.findLast(({ role }) => role === 'system')?.content ?? '',
      );
      const name = project?.[1] ?? project?.[2] ?? '';
      expect(name).not.toBe('');
      const said = transcript.turns.findIndex(({ content }) => content.includes(value));
      const later = transcript.turns
        .slice(said + 1)
        .filter(({ content, tags }) => content.includes(matter) && content.includes(name) && !tags.includes('signal'));
      expect(later).toEqual([]);
    }
  });

  it('near names give other projects a name like that of the one asked about', () => {
    const charged = /(?:the|Projekt) (\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)(?= alone|,| und| da)/u;
    for (const field of ['museum', 'archiv']) {
      const like = [0, 3, 8].map((near) => {
        let count = 0;
        for (let seed = 0n; seed < 6n; seed += 1n) {
          const { transcript } = generateObeyCase({ ...vary({ near_names: { hard: near } }), field }, seed, 'hard');
          const charges = transcript.turns.filter(({ role }) => role === 'system');
          const names = new Set(charges.map(({ content }) => charged.exec(content)?.[1] ?? ''));
          const subject = charged.exec(charges.at(-1)?.content ?? '')?.[1] ?? '';
          expect(names).not.toContain('');
          names.delete(subject);
          count += [...names].filter((name) => sharesHalf(name, subject)).length;
        }
        return count;
      });
      const [none, some, all] = like as [number, number, number];
      expect(some, field).toBeGreaterThan(none);
      expect(all, field).toBeGreaterThan(some);
    }
  });

  it('distance keeps turns that belong together apart', () => {
    for (const distance of [0, 4, 10]) {
      const { transcript } = generateObeyCase(
        vary({ distance: { hard: distance }, paraphrase_depth: { hard: 2 } }),
        8n,
        'hard',
      );
      const marks = new Map<string, number[]>();
      for (const { id, content, tags } of transcript.turns) {
        const mark = tags.includes('signal') ? /\p{Lu}\p{L}+-\d\d/u.exec(content)?.[0] : undefined;
        if (mark !== undefined) marks.set(mark, [...(marks.get(mark) ?? []), id]);
      }
      const gaps = [...marks.values()].flatMap(([from, to]) =>
        from === undefined || to === undefined ? [] : [to - from - 1],
      );
      expect(gaps.length).toBeGreaterThan(0);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(distance);
    }
  });
});
