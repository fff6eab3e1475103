import { ObeyError } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import type { Handler, HandlerContext } from '../abilities.js';
import { runProcess } from './run-process.fixture.js';

/** Writes a file named after a step and its item. */
const mark =
  (step: string, content: (context: HandlerContext) => string = () => 'x'): Handler =>
  (context) =>
    context.abilities.write([step, ...Object.values(context.item)].join('/'), content(context));

const writes = (acts: readonly string[]) => acts.filter((act) => act.startsWith('write ')).map((act) => act.slice(6));

describe('executeProcess', () => {
  it('walks steps in order and says at the end that it is done', async () => {
    const { acts } = await runProcess('- { step: a, done: { wrote: a } }\n- { step: b, done: { wrote: b } }', {
      handlers: { a: mark('a'), b: mark('b') },
    });
    expect(acts).toEqual(['write a', 'write b', 'say Everything is done as asked.']);
  });

  it('knows what a request said and what it was answered', async () => {
    const place: Handler = async ({ abilities, item }) => {
      const body = JSON.stringify({ slot: item.slot });
      await abilities.fetch(`http://world/place/${item.slot}`, { method: 'POST', body });
    };
    const yaml = `
- forEach: slot in slots
  do:
    - try: [{ step: place, done: { requested: "POST /place/{slot}" } }]
      catch:
        on: { requested: "POST /place/{slot}", where: request.body.slot = slot and response.body.fits = false }
        otherwise: [{ step: skip, done: { wrote: "skip/{slot}" } }]`;
    const { acts } = await runProcess(yaml, {
      facts: { slots: ['1', '2'] },
      handlers: { place, skip: mark('skip') },
      answer: ({ body = '' }) => ({ status: 200, body: JSON.stringify({ fits: body.includes('"2"') }) }),
    });
    expect(writes(acts)).toEqual(['skip/1']);
  });

  it('repeats by what the same request was answered last, whichever step made it', async () => {
    const { acts } = await runProcess(
      `
- { step: first, done: { requested: GET /left/ }, yields: response.body }
- repeat: { while: first.left > 0, max: 9 }
  do:
    - { step: work, done: { wrote: work } }
    - { step: again, done: { requested: GET /left/ }, yields: response.body }`,
      {
        handlers: { first: askFor('left'), work: mark('work'), again: askFor('left') },
        answer: ({ count }) => ({ status: 200, body: JSON.stringify({ left: 3 - count }) }),
      },
    );
    expect(writes(acts)).toEqual(['work', 'work']);
  });

  it('takes the list of a loop from a fact or from what a step yielded', async () => {
    const { acts } = await runProcess(
      `
- { step: list, done: { wrote: list }, yields: list }
- forEach: part in list.parts
  do: [{ step: use, done: { wrote: "use/{part}" } }]
- forEach: town in towns
  do: [{ step: see, done: { wrote: "see/{town}" } }]`,
      {
        facts: { towns: ['ulm'] },
        handlers: { list: mark('list', () => '{"parts":["p","q"]}'), use: mark('use'), see: mark('see') },
      },
    );
    expect(writes(acts)).toEqual(['list', 'use/p', 'use/q', 'see/ulm']);
  });

  it('runs parallel iterations and branches at once, others one after another', async () => {
    const handlers = { ask: askFor('ask'), other: askFor('other') };
    const run = async (mode: string) => {
      const yaml = `- { forEach: id in ids, mode: ${mode}, do: [{ step: ask, done: { requested: "GET /ask/{id}" } }] }`;
      const { acts } = await runProcess(yaml, { facts: { ids: ['1', '2'] }, handlers });
      return acts.slice(0, 2);
    };
    expect(await run('parallel')).toEqual(['GET /ask/1', 'GET /ask/2']);
    expect(await run('sequential')).toEqual(['GET /ask/1', 'answered GET /ask/1']);
    const branches = await runProcess(
      `- parallel:
    - [{ step: ask, done: { requested: GET /ask/ } }]
    - [{ step: other, done: { requested: GET /other/ } }]`,
      { handlers },
    );
    expect(branches.acts.slice(0, 2)).toEqual(['GET /ask/', 'GET /other/']);
  });

  it('gives each item to a subagent where the agent is the unit', async () => {
    const { acts } = await runProcess(
      '- { forEach: id in ids, unit: agent, do: [{ step: a, done: { wrote: "a/{id}" } }] }',
      { facts: { ids: ['x', 'y'] }, handlers: { a: mark('a') } },
    );
    expect(acts.slice(0, 6)).toEqual(['begin x', 'write a/x', 'end x', 'begin y', 'write a/y', 'end y']);
  });

  it('decides on what was observed, item by item, and passes values to handlers by the scoping rule', async () => {
    const seen: unknown[] = [];
    const { acts } = await runProcess(
      `
- forEach: id in ids
  do: [{ step: weigh, done: { wrote: "weigh/{id}" }, yields: "weigh/{id}" }]
- forEach: other in ids
  do:
    - if: weigh.grams > limit
      then: [{ step: hold, done: { wrote: "hold/{other}" } }]
      else: [{ step: label, done: { wrote: "label/{other}" } }]
- { step: all, done: { wrote: all } }`,
      {
        facts: { ids: ['5', '20', '10'] },
        parameters: { limit: 10 },
        handlers: {
          weigh: mark('weigh', ({ item }) => `{"grams": ${item.id}}`),
          hold: mark('hold'),
          label: mark('label'),
          async all({ values, abilities }) {
            seen.push(values.weigh);
            await abilities.write('all', '');
          },
        },
      },
    );
    expect(writes(acts).slice(3)).toEqual(['label/5', 'hold/20', 'label/10', 'all']);
    expect(seen).toEqual([[{ grams: 5 }, { grams: 20 }, { grams: 10 }]]);
  });

  it('repeats while its condition holds, at most so often, with a counter in scope', async () => {
    const yaml = (max: number) => `
- { step: run, done: { wrote: run }, yields: run }
- repeat: { while: run.left > 0, max: ${max}, as: cycle }
  do: [{ step: again, done: { wrote: "again/{cycle}" }, yields: "again/{cycle}" }, { step: run2, done: { wrote: "b/{cycle}" } }]`;
    const handlers = {
      run: mark('run', () => '{"left": 1}'),
      again: mark('again'),
      run2: mark('b'),
    };
    expect(writes((await runProcess(yaml(2), { handlers })).acts)).toEqual(['run', 'again/1', 'b/1', 'again/2', 'b/2']);
  });

  it('asks again of what a file says now, whichever step wrote it last', async () => {
    const yaml = `
- { step: count, done: { wrote: n.json }, yields: n.json }
- repeat: { while: count.left > 0, max: 9 }
  do:
    - { step: cut, done: { wrote: cut.txt } }
    - { step: recount, done: { wrote: n.json }, yields: n.json }`;
    let left = 3;
    const count = mark('n.json', () => JSON.stringify({ left: left-- }));
    const { acts } = await runProcess(yaml, { handlers: { count, cut: mark('cut.txt'), recount: count } });
    expect(writes(acts)).toEqual(['n.json', ...Array(3).fill(['cut.txt', 'n.json']).flat()]);
  });

  it('recurses through procedures with structural conditions, children before parents', async () => {
    const tree = {
      id: 'root',
      parts: [
        { id: 'left', parts: [{ id: 'leaf', parts: [] }] },
        { id: 'right', parts: [] },
      ],
    };
    const { acts } = await runProcess(
      `
process:
  - { call: visit, with: { node: tree } }
procedures:
  visit:
    params: [node]
    do:
      - if: $count(node.parts) > 0
        then: [{ forEach: part in node.parts, do: [{ call: visit, with: { node: part } }] }]
      - { step: close, done: { wrote: "close/{node.id}" } }`,
      {
        facts: { tree },
        handlers: { close: ({ item, abilities }) => abilities.write(`close/${(item.node as { id: string }).id}`, '') },
      },
    );
    expect(writes(acts)).toEqual(['close/leaf', 'close/left', 'close/right', 'close/root']);
  });

  it('refuses a handler that is missing, one that fails, and a deviation or variant that is not known', async () => {
    const yaml = '- { forEach: id in ids, do: [{ step: a, done: { wrote: "a/{id}" } }] }';
    const facts = { ids: ['x'] };
    const failure = (run: Promise<unknown>) =>
      run.then(
        () => 'no error',
        (error: unknown) => (ObeyError.isInstance(error) ? `${error.code} ${error.line}` : String(error)),
      );
    const fails: Handler = () => Promise.reject(new Error('no disk'));
    expect(await failure(runProcess(yaml, { facts, handlers: {} }))).toBe(
      'solve-failed there is no handler for step `a`; the `solve` export of solve.ts needs one per step',
    );
    expect(await failure(runProcess(yaml, { facts, handlers: { a: fails } }))).toBe(
      'solve-failed the handler of step `a` of `x` failed: no disk',
    );
    expect(await failure(runProcess(yaml, { facts, handlers: { a: fails }, deviation: 'skp' }))).toBe(
      'usage unknown deviation `skp`; did you mean `skip`?',
    );
    expect(await failure(runProcess(yaml, { facts, handlers: { a: fails }, variant: 'zzzzzzzz' }))).toMatch(
      /^usage unknown variant `zzzzzzzz`; known are rereads, /,
    );
  });
});

describe('try', () => {
  const yaml = `
- forEach: id in ids
  do:
    - try: [{ step: get, started: { requested: "GET /page/{id}" }, done: { wrote: "got/{id}" }, yields: "got/{id}" }, { step: after, done: { wrote: "after/{id}" } }]
      catch:
        on: { requested: "GET /page/{id}", where: status >= 400 }
        retry: { max: 2, where: status >= 500 }
        do: [{ step: repair, done: { wrote: "repair/{id}" } }]
        otherwise: [{ step: miss, done: { wrote: "miss/{id}" } }]
    - if: get.n > 0
      then: [{ step: big, done: { wrote: "big/{id}" } }]
      else: [{ step: small, done: { wrote: "small/{id}" } }]`;
  const handlers = {
    async get({ item, abilities, services }: HandlerContext) {
      const answer = await abilities.fetch(`${services.world}/page/${item.id}`);
      if (answer.status < 400) await abilities.write(`got/${item.id}`, answer.body);
    },
    after: mark('after'),
    repair: mark('repair'),
    miss: mark('miss'),
    big: mark('big'),
    small: mark('small'),
  };
  const run = (failures: number, status: number, more = {}) =>
    runProcess(yaml, {
      facts: { ids: ['p'] },
      handlers,
      answer: ({ count }) => (count <= failures ? { status, body: '' } : { status: 200, body: '{"n":1}' }),
      ...more,
    });
  const acts = async (failures: number, status: number, more = {}) =>
    (await run(failures, status, more)).acts.filter((act) => !/^(answered|say)/.test(act));

  it('goes on when nothing fails', async () => {
    expect(await acts(0, 503)).toEqual(['GET /page/p', 'write got/p', 'write after/p', 'write big/p']);
  });

  it('repairs and attempts anew after each fault that may be retried', async () => {
    expect(await acts(2, 503)).toEqual([
      ...['GET /page/p', 'write repair/p', 'GET /page/p', 'write repair/p', 'GET /page/p'],
      ...['write got/p', 'write after/p', 'write big/p'],
    ]);
  });

  it('takes the other way after the last one, or after one that may not be retried, and the item has no value then', async () => {
    expect((await acts(3, 503)).slice(-2)).toEqual(['GET /page/p', 'write miss/p']);
    expect(await acts(1, 404)).toEqual(['GET /page/p', 'write miss/p']);
  });

  it('leaves the prescribed way under each deviation', async () => {
    expect(await acts(1, 503, { deviation: 'swallow-error' })).toEqual(['GET /page/p']);
    expect(await acts(9, 404, { deviation: 'retry-forever' })).toEqual(
      Array(5).fill(['GET /page/p', 'write repair/p']).flat().slice(0, -1),
    );
    expect(await acts(1, 503, { deviation: 'no-revert' })).toEqual([
      ...['GET /page/p', 'GET /page/p', 'write got/p', 'write after/p', 'write big/p'],
    ]);
    const { departures } = await run(1, 404, { deviation: 'swallow-error' });
    expect(departures).toEqual([
      {
        deviation: 'swallow-error',
        dimension: 'errorHandling',
        node: 'try#1',
        steps: ['get', 'after', 'repair', 'miss'],
        item: 'p',
      },
    ]);
  });
});

function askFor(name: string): Handler {
  return async ({ item, abilities, services }) => {
    await abilities.fetch(`${services.world}/${name}/${item.id ?? ''}`);
  };
}
