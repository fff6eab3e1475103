import { describe, expect, it } from 'vitest';
import { createMersenneTwister } from '../../generate/mersenne-twister.js';
import { drawers } from '../dialect/draw-value.js';
import { type Vocabulary, vocabularyOf, wordFields } from '../dialect/fields/vocabulary.js';
import { type Act, acts, isSettingAct } from '../dialect/language/language.js';
import { fillForm, slotsOf } from '../dialect/word-form.js';
import { recognise, recognisePart } from './recognise.js';

const rounds = process.env.OBEY_FULL === '1' ? 60 : 3;

const kinds: Partial<Record<Act, readonly [matter: string, value: string, instead?: string]>> = {
  rule: ['topic', 'practice', 'practice'],
  decision: ['topic', 'option'],
  amount: ['metric', 'quantity'],
  raise: ['metric', 'delta'],
  lower: ['metric', 'delta'],
  date: ['milestone', 'day'],
  later: ['milestone', 'days'],
  earlier: ['milestone', 'days'],
  role: ['duty', 'person'],
  setting: ['setting_key', 'setting_value'],
  run: ['command', 'outcome'],
  open: ['topic', 'loose_end'],
  close: ['topic', 'loose_end'],
  defer: ['topic', 'loose_end'],
  pair: ['topic', 'option', 'option'],
};

describe('the reader', () => {
  it.each([...wordFields.keys()])('recognises every sentence form of every act, filled from the field %s', (field) => {
    const vocabulary = vocabularyOf(field) as Vocabulary;
    const { language } = vocabulary;
    const random = createMersenneTwister(3n);
    const draw = (name: string): string => drawers.get(name)?.(random, vocabulary) ?? '';
    for (const act of acts) {
      const [matterKind, valueKind, insteadKind = 'practice'] = kinds[act] ?? ['topic', 'option'];
      for (const form of [...language.acts[act].plain, ...language.acts[act].reworded]) {
        for (let round = 0; round < rounds; round += 1) {
          const content = { act, matter: draw(matterKind), value: draw(valueKind), instead: draw(insteadKind) };
          const slots = slotsOf(content, draw('project'), round % 2 === 1, vocabulary.field, language);
          const sentence = fillForm(form, slots);
          const found = recognise(`Nothing to see. ${sentence} Nothing here either.`);
          expect(
            found.map(({ kind }) => kind),
            sentence,
          ).toEqual([act]);
          for (const slot of form.matchAll(/\{([pmva])\}/g)) {
            const name = slot[1] as 'p' | 'm' | 'v' | 'a';
            const first = (text = ''): string => text.toLowerCase().replaceAll('`', '');
            expect(first(found[0]?.slots[name]), sentence).toBe(first(slots[name]));
          }
        }
      }
      if (!isSettingAct(act)) continue;
      for (const form of language.parts[act]) {
        const content = { act, matter: draw(matterKind), value: draw(valueKind), instead: draw(insteadKind) };
        const slots = slotsOf(content, '', true, vocabulary.field, language);
        const part = form.replace(/\{([va])\}/g, (_, slot: string) => slots[slot] ?? '');
        expect(recognisePart(part)).toMatchObject({ act, slots: { v: slots.v } });
      }
    }
  });

  it('takes no remark for a statement', () => {
    for (const field of wordFields.keys()) {
      const vocabulary = vocabularyOf(field) as Vocabulary;
      const random = createMersenneTwister(8n);
      for (let round = 0; round < 40; round += 1) {
        const { things, happenings, times } = vocabulary.field;
        const slots = {
          x: random.choice(things),
          h: random.choice(happenings),
          w: random.choice(times),
          who: 'Ada Birch',
        };
        for (const form of vocabulary.language.asides) expect(recognise(fillForm(form, slots))).toEqual([]);
      }
    }
  });
});
