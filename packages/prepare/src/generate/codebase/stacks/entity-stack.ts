import type { Random } from '../../../random.js';
import { type Noun, withArticle } from '../naming.js';
import type { Part, SourceModule } from '../source-module.js';

/** The most modules that one thing has. */
export const tallest = 7;

/** The first `height` modules for one thing, from its model up: each imports only what stands before it and what is shared. */
export function entityStack(random: Random, noun: Noun, measure: readonly [string, string], height: number): Part {
  const { kebab, camel, pascal, words } = noun;
  const [name, unit] = measure;
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const prefix = pascal.replace(/[^A-Z]/g, '').padEnd(2, pascal.slice(1, 2).toUpperCase());
  const limit = random.integer(3, 30) * 20;
  const weight = random.integer(2, 9);
  const step = random.pick([5, 10, 20]);
  const model = `model/${kebab}`;
  const modules: SourceModule[] = [
    {
      path: model,
      imports: { 'shared/identifiers': ['identifier'] },
      statements: [
        `/** ${capital(withArticle(noun))} on record. */\nexport interface ${pascal} {\n  readonly id: string;\n  readonly holder: string;\n  /** In ${unit}. */\n  readonly ${name}: number;\n}`,
        `/** A new ${words} with the next number. */\nexport function create${pascal}(number: number, holder: string, ${name}: number): ${pascal} {\n  return { id: identifier('${prefix}', number), holder, ${name} };\n}`,
      ],
      published: [`type ${pascal}`, `create${pascal}`],
    },
    {
      path: `rules/${kebab}-limits`,
      imports: { [model]: [`type ${pascal}`] },
      statements: [
        `/** The most ${unit} that ${withArticle(noun)} may have. */\nexport const most${pascal}${title} = ${limit};`,
        `/** What is wrong with ${withArticle(noun)}; nothing when it may be taken in. */\nexport function problemsOf${pascal}(${camel}: ${pascal}): string[] {\n  const problems: string[] = [];\n  if (${camel}.holder.trim() === '') problems.push('it has no holder');\n  if (${camel}.${name} > most${pascal}${title}) problems.push('${name} above ${limit}');\n  return problems;\n}`,
      ],
      published: [`problemsOf${pascal}`],
    },
    {
      path: `services/${kebab}-store`,
      imports: { [model]: [`type ${pascal}`], 'shared/lists': ['sumOf'] },
      statements: [
        `/** Every ${words} that is on record, by its id. */\nexport class ${pascal}Store {\n  readonly #items = new Map<string, ${pascal}>();\n  /** Keeps one, in the place of what had its id. */\n  add(${camel}: ${pascal}): void {\n    this.#items.set(${camel}.id, ${camel});\n  }\n  find(id: string): ${pascal} | undefined {\n    return this.#items.get(id);\n  }\n  all(): ${pascal}[] {\n    return [...this.#items.values()];\n  }\n  /** ${title} of all together, in ${unit}. */\n  get total(): number {\n    return sumOf(this.all(), (${camel}) => ${camel}.${name});\n  }\n}`,
      ],
      published: [`${pascal}Store`],
    },
    {
      path: `services/${kebab}-intake`,
      imports: {
        [model]: [`create${pascal}`],
        [`rules/${kebab}-limits`]: [`problemsOf${pascal}`],
        [`services/${kebab}-store`]: [`type ${pascal}Store`],
      },
      statements: [
        `/** Takes ${withArticle(noun)} in, or says why not. */\nexport function takeIn${pascal}(store: ${pascal}Store, holder: string, ${name}: number): string {\n  const ${camel} = create${pascal}(store.all().length + 1, holder, ${name});\n  const [problem] = problemsOf${pascal}(${camel});\n  if (problem !== undefined) return problem;\n  store.add(${camel});\n  return ${camel}.id;\n}`,
      ],
      published: [`takeIn${pascal}`],
    },
    {
      path: `rules/${kebab}-rating`,
      imports: { [model]: [`type ${pascal}`], 'shared/rounding': ['roundTo'] },
      statements: [
        `/** How much ${withArticle(noun)} counts among others: ${weight} for each of its ${unit}, in steps of ${step}. */\nexport function rate${pascal}({ ${name} }: ${pascal}): number {\n  return roundTo(${name} * ${weight}, ${step});\n}`,
      ],
      published: [],
    },
    {
      path: `reports/${kebab}-report`,
      imports: {
        [`services/${kebab}-store`]: [`type ${pascal}Store`],
        'shared/money': ['formatCents'],
        'shared/text': ['columns'],
      },
      statements: [
        `/** One line for each ${words}, and one for all. */\nexport function report${pascal}(store: ${pascal}Store, centsEach: number): string {\n  const lines = store.all().map(({ id, holder, ${name} }) => columns([id, holder, formatCents(${name} * centsEach)], 12));\n  return [...lines, columns(['all', '', formatCents(store.total * centsEach)], 12)].join('\\n');\n}`,
      ],
      published: [`report${pascal}`],
    },
    {
      path: `reports/${kebab}-ranking`,
      imports: {
        [model]: [`type ${pascal}`],
        [`rules/${kebab}-rating`]: [`rate${pascal}`],
        'shared/lists': ['greatestFirst'],
      },
      statements: [
        `/** Holders by what their ${words} counts, the greatest first. */\nexport function rank${pascal}Holders(items: readonly ${pascal}[]): string[] {\n  return greatestFirst(items, rate${pascal}).map(({ holder }) => holder);\n}`,
      ],
      published: [`rank${pascal}Holders`],
    },
  ];
  const small = random.integer(2, 50);
  const rounded = Math.floor((small * weight) / step + 0.5) * step;
  const cases = [
    {
      needs: 1,
      imports: { [model]: [`create${pascal}`] },
      title: `numbers ${withArticle(noun)}`,
      lines: [`assert.equal(create${pascal}(7, 'Ada', ${small}).id, '${prefix}-7');`],
    },
    {
      needs: 2,
      imports: { [`rules/${kebab}-limits`]: [`problemsOf${pascal}`] },
      title: `refuses ${withArticle(noun)} above the limit`,
      lines: [
        `assert.deepEqual(problemsOf${pascal}(create${pascal}(1, 'Ada', ${limit})), []);`,
        `assert.deepEqual(problemsOf${pascal}(create${pascal}(2, '', ${limit + 1})), ['it has no holder', '${name} above ${limit}']);`,
      ],
    },
    {
      needs: 3,
      imports: { [`services/${kebab}-store`]: [`${pascal}Store`] },
      title: `keeps each ${words}`,
      lines: [
        `const store = new ${pascal}Store();`,
        `store.add(create${pascal}(1, 'Ada', ${small}));`,
        `store.add(create${pascal}(2, 'Bo', ${small + 1}));`,
        `assert.equal(store.find('${prefix}-2')?.holder, 'Bo');`,
        `assert.equal(store.total, ${2 * small + 1});`,
      ],
    },
    {
      needs: 4,
      imports: { [`services/${kebab}-intake`]: [`takeIn${pascal}`] },
      title: `takes ${withArticle(noun)} in`,
      lines: [
        `const store = new ${pascal}Store();`,
        `assert.equal(takeIn${pascal}(store, 'Ada', ${small}), '${prefix}-1');`,
        `assert.equal(takeIn${pascal}(store, 'Bo', ${limit + 5}), '${name} above ${limit}');`,
        'assert.equal(store.all().length, 1);',
      ],
    },
    {
      needs: 5,
      imports: { [`rules/${kebab}-rating`]: [`rate${pascal}`] },
      title: `rates ${withArticle(noun)}`,
      lines: [`assert.equal(rate${pascal}(create${pascal}(1, 'Ada', ${small})), ${rounded});`],
    },
    {
      needs: 6,
      imports: { [`reports/${kebab}-report`]: [`report${pascal}`] },
      title: `reports each ${words}`,
      lines: [
        `const store = new ${pascal}Store();`,
        `store.add(create${pascal}(1, 'Ada', ${small}));`,
        `assert.equal(report${pascal}(store, 150).split('\\n').length, 2);`,
      ],
    },
    {
      needs: 7,
      imports: { [`reports/${kebab}-ranking`]: [`rank${pascal}Holders`] },
      title: `ranks holders of ${withArticle(noun)}`,
      lines: [
        `const items = [create${pascal}(1, 'Ada', ${small}), create${pascal}(2, 'Bo', ${small + 40})];`,
        `assert.deepEqual(rank${pascal}Holders(items), ['Bo', 'Ada']);`,
      ],
    },
  ].filter(({ needs }) => needs <= height);
  return {
    modules: modules.slice(0, height),
    tests: [
      {
        name: kebab,
        imports: Object.assign({}, ...cases.map(({ imports }) => imports)),
        cases: cases.map(({ title: what, lines }) => ({ title: what, lines })),
      },
    ],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
