import { withArticle } from '../naming.js';
import type { PlantCycle } from './planted-cycle.js';

/** A helper of the upper module alone is what the lower one needs: it can move down. */
export const misplacedHelper: PlantCycle = (random, noun) => {
  const { kebab, camel, pascal, words } = noun;
  const [role, verb] = random.pick([
    ['pricing', 'price'],
    ['charges', 'charge'],
    ['fees', 'feeOf'],
  ] as const);
  const place = random.pick(['desk', 'counter', 'office']);
  const rate = random.integer(11, 60) * 10;
  const [few, small, large] = [random.integer(8, 16), random.integer(2, 5) * 100, random.integer(6, 12) * 100];
  const lower = `rules/${kebab}-${role}`;
  const upper = `services/${kebab}-${place}`;
  return {
    change: -1,
    ring: [lower, upper],
    modules: [
      {
        path: lower,
        imports: { [upper]: [`handlingOf${pascal}`] },
        statements: [
          `/** Cents for each unit of ${withArticle(noun)}. */\nexport const ${camel}Rate = ${rate};`,
          `/** What ${withArticle(noun)} of so many units costs, in cents. */\nexport function ${verb}${pascal}(units: number): number {\n  return units * ${camel}Rate + handlingOf${pascal}(units);\n}`,
        ],
        published: [`${verb}${pascal}`],
      },
      {
        path: upper,
        imports: { [lower]: [`${verb}${pascal}`] },
        statements: [
          `/** ${words.charAt(0).toUpperCase()}${words.slice(1)} as the ${place} took it in. */\nexport interface ${pascal}Booking {\n  readonly customer: string;\n  readonly units: number;\n  readonly total: number;\n}`,
          `/** Cents for handling: more than ${few} units need a second pair of hands. */\nexport function handlingOf${pascal}(units: number): number {\n  return units > ${few} ? ${large} : ${small};\n}`,
          `/** Takes ${withArticle(noun)} in for a customer. */\nexport function book${pascal}(customer: string, units: number): ${pascal}Booking {\n  return { customer, units, total: ${verb}${pascal}(units) };\n}`,
        ],
        published: [`type ${pascal}Booking`, `book${pascal}`],
      },
    ],
    tests: [
      {
        name: `${kebab}-${place}`,
        imports: { [lower]: [`${verb}${pascal}`], [upper]: [`book${pascal}`] },
        cases: [
          {
            title: `asks for handling of ${withArticle(noun)}`,
            lines: [
              `assert.equal(${verb}${pascal}(${few}), ${few * rate + small});`,
              `assert.equal(${verb}${pascal}(${few + 1}), ${(few + 1) * rate + large});`,
            ],
          },
          {
            title: `books ${withArticle(noun)}`,
            lines: [`assert.equal(book${pascal}('Ada', 2).total, ${2 * rate + small});`],
          },
        ],
      },
    ],
  };
};

/** The upper module declares the type of a field of the lower one, and both are public. */
export const misplacedType: PlantCycle = (random, noun) => {
  const { kebab, camel, pascal, words } = noun;
  const [states, place] = random.pick([
    [['open', 'waiting', 'closed'], 'tracker'],
    [['new', 'checked', 'settled'], 'board'],
    [['draft', 'sent', 'done'], 'log'],
  ] as const);
  const [first, , last] = states;
  const patience = random.integer(5, 30);
  const lower = `model/${kebab}-record`;
  const upper = `services/${kebab}-${place}`;
  return {
    change: -1,
    ring: [lower, upper],
    modules: [
      {
        path: lower,
        imports: { [upper]: [`type ${pascal}State`] },
        statements: [
          `/** What is known of ${withArticle(noun)}. */\nexport interface ${pascal}Record {\n  readonly id: string;\n  readonly state: ${pascal}State;\n  /** The day since which it is in that state. */\n  readonly since: number;\n}`,
          `/** The record of a ${words} that has just come. */\nexport function begin${pascal}(id: string, day: number): ${pascal}Record {\n  return { id, state: '${first}', since: day };\n}`,
        ],
        published: [`type ${pascal}Record`, `begin${pascal}`],
      },
      {
        path: upper,
        imports: { [lower]: [`type ${pascal}Record`] },
        statements: [
          `/** How far ${withArticle(noun)} has come. */\nexport type ${pascal}State = '${states.join("' | '")}';`,
          `/** The record in another state from a day on. */\nexport function advance${pascal}(${camel}: ${pascal}Record, state: ${pascal}State, day: number): ${pascal}Record {\n  return { ...${camel}, state, since: day };\n}`,
          `/** Whether it has waited for more than ${patience} days. */\nexport function is${pascal}Late({ state, since }: ${pascal}Record, today: number): boolean {\n  return state !== '${last}' && today - since > ${patience};\n}`,
        ],
        published: [`type ${pascal}State`, `advance${pascal}`, `is${pascal}Late`],
      },
    ],
    tests: [
      {
        name: `${kebab}-${place}`,
        imports: { [lower]: [`begin${pascal}`], [upper]: [`advance${pascal}`, `is${pascal}Late`] },
        cases: [
          {
            title: `${withArticle(noun)} is late after ${patience} days`,
            lines: [
              `const begun = begin${pascal}('A-1', 10);`,
              `assert.equal(is${pascal}Late(begun, ${10 + patience}), false);`,
              `assert.equal(is${pascal}Late(begun, ${11 + patience}), true);`,
              `assert.equal(is${pascal}Late(advance${pascal}(begun, '${last}', 11), ${40 + patience}), false);`,
            ],
          },
        ],
      },
    ],
  };
};

/** The lower module asks the upper one for its state, and nobody else calls it: what it asks can be handed over. */
export const internalCallback: PlantCycle = (random, noun) => {
  const { kebab, pascal } = noun;
  const step = random.integer(1, 4);
  const lower = `rules/${kebab}-spacing`;
  const upper = `services/${kebab}-calendar`;
  return {
    change: -1,
    ring: [lower, upper],
    modules: [
      {
        path: lower,
        imports: { [upper]: [`is${pascal}DayFree`] },
        statements: [
          `/** So many free days for ${withArticle(noun)} from one on, ${step} apart at least. */\nexport function space${pascal}Days(count: number, from: number): number[] {\n  const days: number[] = [];\n  for (let day = from; days.length < count; day += ${step}) {\n    if (is${pascal}DayFree(day)) days.push(day);\n  }\n  return days;\n}`,
        ],
        published: [],
      },
      {
        path: upper,
        imports: { [lower]: [`space${pascal}Days`] },
        statements: [
          `const taken${pascal}Days = new Set<number>();`,
          `/** Whether nothing is planned for that day. */\nexport function is${pascal}DayFree(day: number): boolean {\n  return !taken${pascal}Days.has(day);\n}`,
          `/** Takes the next free days, and says which. */\nexport function reserve${pascal}Days(count: number, from: number): number[] {\n  const days = space${pascal}Days(count, from);\n  for (const day of days) taken${pascal}Days.add(day);\n  return days;\n}`,
        ],
        published: [`reserve${pascal}Days`],
      },
    ],
    tests: [
      {
        name: `${kebab}-calendar`,
        imports: { [upper]: [`is${pascal}DayFree`, `reserve${pascal}Days`] },
        cases: [
          {
            title: `no day of ${withArticle(noun)} is taken twice`,
            lines: [
              `assert.deepEqual(reserve${pascal}Days(2, 10), [10, ${10 + step}]);`,
              `assert.deepEqual(reserve${pascal}Days(1, 10), [${10 + 2 * step}]);`,
              `assert.equal(is${pascal}DayFree(10), false);`,
            ],
          },
        ],
      },
    ],
  };
};

/** A ring of three: what the lowest needs stands in a report that does not need it. */
export const strayWording: PlantCycle = (random, noun) => {
  const { kebab, camel, pascal, words } = noun;
  const many = random.integer(3, 14);
  const [lower, middle, upper] = [`model/${kebab}-terms`, `services/${kebab}-agent`, `reports/${kebab}-digest`];
  return {
    change: -1,
    ring: [lower, upper, middle],
    modules: [
      {
        path: lower,
        imports: { [upper]: [`word${pascal}Days`] },
        statements: [
          `/** On which terms ${withArticle(noun)} is taken. */\nexport interface ${pascal}Terms {\n  readonly days: number;\n  readonly wording: string;\n}`,
          `/** Terms of so many days. */\nexport function ${camel}Terms(days: number): ${pascal}Terms {\n  return { days, wording: \`${words}, \${word${pascal}Days(days)}\` };\n}`,
        ],
        published: [`type ${pascal}Terms`],
      },
      {
        path: middle,
        imports: { [lower]: [`type ${pascal}Terms`, `${camel}Terms`] },
        statements: [
          `/** The longer terms of two. */\nexport function agree${pascal}(asked: number, offered: number): ${pascal}Terms {\n  return ${camel}Terms(Math.max(asked, offered));\n}`,
        ],
        published: [`agree${pascal}`],
      },
      {
        path: upper,
        imports: { [middle]: [`agree${pascal}`] },
        statements: [
          `/** Days in words: short ones are called so. */\nexport function word${pascal}Days(days: number): string {\n  return days < ${many} ? 'short' : \`\${days} days\`;\n}`,
          `/** A line for each pair of what was asked and offered. */\nexport function digest${pascal}(pairs: readonly (readonly [number, number])[]): string {\n  return pairs.map(([asked, offered]) => agree${pascal}(asked, offered).wording).join('\\n');\n}`,
        ],
        published: [`digest${pascal}`],
      },
    ],
    tests: [
      {
        name: `${kebab}-digest`,
        imports: { [middle]: [`agree${pascal}`], [upper]: [`digest${pascal}`] },
        cases: [
          {
            title: `words the terms of ${withArticle(noun)}`,
            lines: [
              `assert.equal(agree${pascal}(1, ${many}).wording, '${words}, ${many} days');`,
              `assert.equal(digest${pascal}([[1, 2], [1, ${many}]]), '${words}, short\\n${words}, ${many} days');`,
            ],
          },
        ],
      },
    ],
  };
};

/** A number that both modules need stands in the upper one. */
export const sharedLimit: PlantCycle = (random, noun) => {
  const { kebab, camel, pascal, words } = noun;
  const most = random.integer(4, 20);
  const [lower, upper] = [`rules/${kebab}-check`, `services/${kebab}-queue`];
  return {
    change: -1,
    ring: [lower, upper],
    modules: [
      {
        path: lower,
        imports: { [upper]: [`most${pascal}Waiting`] },
        statements: [
          `/** Whether one more ${words} may wait. */\nexport function may${pascal}Wait(waiting: number): boolean {\n  return waiting < most${pascal}Waiting;\n}`,
        ],
        published: [`may${pascal}Wait`],
      },
      {
        path: upper,
        imports: { [lower]: [`may${pascal}Wait`] },
        statements: [
          `/** So many may wait at a time. */\nexport const most${pascal}Waiting = ${most};`,
          `/** Those that wait, first come, first served. */\nexport class ${pascal}Queue {\n  readonly #names: string[] = [];\n  /** Whether there was room. */\n  join(name: string): boolean {\n    if (!may${pascal}Wait(this.#names.length)) return false;\n    this.#names.push(name);\n    return true;\n  }\n  next(): string | undefined {\n    return this.#names.shift();\n  }\n  get room(): number {\n    return most${pascal}Waiting - this.#names.length;\n  }\n}`,
        ],
        published: [`${pascal}Queue`],
      },
    ],
    tests: [
      {
        name: `${kebab}-queue`,
        imports: { [lower]: [`may${pascal}Wait`], [upper]: [`${pascal}Queue`] },
        cases: [
          {
            title: `there is room for ${most}`,
            lines: [
              `const ${camel}Queue = new ${pascal}Queue();`,
              `assert.equal(${camel}Queue.join('Ada'), true);`,
              `assert.equal(${camel}Queue.room, ${most - 1});`,
              `assert.equal(may${pascal}Wait(${most}), false);`,
            ],
          },
        ],
      },
    ],
  };
};
