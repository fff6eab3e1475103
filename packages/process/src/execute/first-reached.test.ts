import { expect, it } from 'vitest';
import { runProcess } from './run-process.fixture.js';

const yaml = `
process:
  - forEach: part in parts
    do:
      - step: weigh
        done: { wrote: "weight/{part.id}.json" }
        yields: "weight/{part.id}.json"
      - if: weigh.grams > 10
        then:
          - step: pack
            done: { wrote: "pack/{part.id}.json" }
            yields: "pack/{part.id}.json"
          - if: pack.boxes > 1
            then: [{ step: tie, done: { wrote: "tie/{part.id}.txt" } }]`;
const grams: Record<string, number> = { a: 1, b: 2, c: 3, d: 90, e: 4, f: 80, g: 5 };

it('takes the other branch of a decision that few items reach for one that does, and no planted one', async () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const { departures } = await runProcess(yaml, {
      facts: { parts: Object.keys(grams).map((id) => ({ id })), planted: { heavy: ['d'] } },
      handlers: Object.fromEntries(
        ['weigh', 'pack', 'tie'].map((step) => [
          step,
          ({ item, abilities }) => {
            const { id } = item.part as { id: string };
            const [path, text] =
              step === 'weigh'
                ? [`weight/${id}.json`, JSON.stringify({ grams: grams[id] })]
                : step === 'pack'
                  ? [`pack/${id}.json`, '{"boxes":1}']
                  : [`tie/${id}.txt`, 'x'];
            return abilities.write(path, text);
          },
        ]),
      ),
      deviation: 'wrong-branch',
      seed,
    });
    expect(departures).toHaveLength(1);
    expect(departures[0]?.item).not.toBe('d');
    if (departures[0]?.steps.join() === 'tie') expect(departures[0].item).toBe('f');
  }
});
