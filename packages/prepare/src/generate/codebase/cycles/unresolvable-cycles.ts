import { withArticle } from '../naming.js';
import type { PlantCycle } from './planted-cycle.js';

/** The lower module is public and asks the upper one for its state: handing that over changes its signature. */
export const publicCallback: PlantCycle = (random, noun) => {
  const { kebab, camel, pascal } = noun;
  const share = random.integer(2, 9);
  const [lower, upper] = [`rules/${kebab}-allotment`, `services/${kebab}-pool`];
  return {
    change: -1,
    ring: [lower, upper],
    modules: [
      {
        path: lower,
        imports: { [upper]: [`left${pascal}Pool`] },
        statements: [
          `/** How much of what is left somebody who asks may have: one part in ${share} at most. */\nexport function allot${pascal}(asked: number): number {\n  return Math.min(asked, Math.floor(left${pascal}Pool() / ${share}));\n}`,
        ],
        published: [`allot${pascal}`],
      },
      {
        path: upper,
        imports: { [lower]: [`allot${pascal}`] },
        statements: [
          `let ${camel}Pool = 0;`,
          `/** What is left for everybody. */\nexport function left${pascal}Pool(): number {\n  return ${camel}Pool;\n}`,
          `/** Adds to what is there. */\nexport function fill${pascal}Pool(amount: number): void {\n  ${camel}Pool += amount;\n}`,
          `/** Takes what is allotted, and says how much that was. */\nexport function draw${pascal}(asked: number): number {\n  const given = allot${pascal}(asked);\n  ${camel}Pool -= given;\n  return given;\n}`,
        ],
        published: [`draw${pascal}`, `fill${pascal}Pool`],
      },
    ],
    tests: [
      {
        name: `${kebab}-pool`,
        imports: { [upper]: [`draw${pascal}`, `fill${pascal}Pool`, `left${pascal}Pool`] },
        cases: [
          {
            title: `gives a part of the pool of ${withArticle(noun)}`,
            lines: [
              `fill${pascal}Pool(${share * 10});`,
              `assert.equal(draw${pascal}(4), 4);`,
              `assert.equal(left${pascal}Pool(), ${share * 10 - 4});`,
              `assert.equal(draw${pascal}(99), ${Math.floor((share * 10 - 4) / share)});`,
            ],
          },
        ],
      },
    ],
  };
};

/** A public function takes the policy in force from the upper module where it is given none. */
export const publicDefault: PlantCycle = (random, noun) => {
  const { kebab, pascal, words } = noun;
  const [rate, floor] = [random.integer(5, 40), random.integer(2, 8) * 50];
  const [lower, upper] = [`rules/${kebab}-quote`, `services/${kebab}-policy`];
  return {
    change: -1,
    ring: [lower, upper],
    modules: [
      {
        path: lower,
        imports: { [upper]: [`current${pascal}Policy`] },
        statements: [
          `/** How ${withArticle(noun)} is charged for. */\nexport interface ${pascal}Policy {\n  rate: number;\n  readonly least: number;\n}`,
          `/** What so many units of a ${words} cost, by the policy in force unless another one is given. */\nexport function quote${pascal}(units: number, policy: ${pascal}Policy = current${pascal}Policy): number {\n  return Math.max(policy.least, units * policy.rate);\n}`,
        ],
        published: [`type ${pascal}Policy`, `quote${pascal}`],
      },
      {
        path: upper,
        imports: { [lower]: [`type ${pascal}Policy`, `quote${pascal}`] },
        statements: [
          `/** The policy in force. */\nexport const current${pascal}Policy: ${pascal}Policy = { rate: ${rate}, least: ${floor} };`,
          `/** Charges another rate from now on. */\nexport function set${pascal}Rate(rate: number): void {\n  current${pascal}Policy.rate = rate;\n}`,
          `/** What several of them cost together. */\nexport function invoice${pascal}(units: readonly number[]): number {\n  return units.reduce((sum, one) => sum + quote${pascal}(one), 0);\n}`,
        ],
        published: [`invoice${pascal}`, `set${pascal}Rate`],
      },
    ],
    tests: [
      {
        name: `${kebab}-policy`,
        imports: { [lower]: [`quote${pascal}`], [upper]: [`invoice${pascal}`, `set${pascal}Rate`] },
        cases: [
          {
            title: `quotes ${withArticle(noun)} by a policy`,
            lines: [
              `assert.equal(quote${pascal}(100, { rate: 3, least: 10 }), 300);`,
              `assert.equal(invoice${pascal}([0, 100]), ${floor + Math.max(floor, 100 * rate)});`,
              `set${pascal}Rate(${rate + 1});`,
              `assert.equal(invoice${pascal}([100]), ${Math.max(floor, 100 * (rate + 1))});`,
            ],
          },
        ],
      },
    ],
  };
};

/** The upper module enters itself in a register when it is loaded, which only the import that closes the ring sees to. */
export const loadedForEffect: PlantCycle = (random, noun) => {
  const { kebab, camel, pascal, words } = noun;
  const [way, place] = random.pick([
    ['express', 'courier'],
    ['standard', 'carrier'],
    ['night', 'runner'],
  ] as const);
  const [each, least] = [random.integer(3, 30), random.integer(10, 90)];
  const [register, lower, upper] = [`model/${kebab}-ways`, `rules/${kebab}-tariff`, `services/${kebab}-${place}`];
  return {
    change: -1,
    ring: [lower, upper],
    modules: [
      {
        path: register,
        imports: {},
        statements: [
          `/** What so many units cost on one way. */\nexport type ${pascal}Cost = (units: number) => number;`,
          `const known${pascal}Ways = new Map<string, ${pascal}Cost>();`,
          `/** Enters a way. */\nexport function enter${pascal}Way(way: string, cost: ${pascal}Cost): void {\n  known${pascal}Ways.set(way, cost);\n}`,
          `/** What a way costs. */\nexport function costOf${pascal}Way(way: string): ${pascal}Cost {\n  const cost = known${pascal}Ways.get(way);\n  if (cost === undefined) throw new Error(\`no \${way} for ${withArticle(noun)}\`);\n  return cost;\n}`,
        ],
        published: [],
      },
      {
        path: lower,
        imports: { [register]: [`costOf${pascal}Way`], [upper]: [`least${pascal}Cost`] },
        statements: [
          `/** What a ${words} of so many units costs on a way. */\nexport function tariffOf${pascal}(way: string, units: number): number {\n  return Math.max(least${pascal}Cost, costOf${pascal}Way(way)(units));\n}`,
        ],
        published: [`tariffOf${pascal}`],
      },
      {
        path: upper,
        imports: { [register]: [`enter${pascal}Way`], [lower]: [`tariffOf${pascal}`] },
        statements: [
          `/** No ${words} goes for less. */\nexport const least${pascal}Cost = ${least};`,
          `enter${pascal}Way('${way}', (units) => units * ${each});`,
          `/** What the ${place} asks for all of them. */\nexport function ${camel}Bill(units: readonly number[]): number {\n  return units.reduce((sum, one) => sum + tariffOf${pascal}('${way}', one), 0);\n}`,
        ],
        published: [`${camel}Bill`],
      },
    ],
    tests: [
      {
        name: `${kebab}-tariff`,
        imports: { [lower]: [`tariffOf${pascal}`] },
        cases: [
          {
            title: `knows the ${way} way of ${withArticle(noun)}`,
            lines: [
              `assert.equal(tariffOf${pascal}('${way}', 100), ${Math.max(least, 100 * each)});`,
              `assert.equal(tariffOf${pascal}('${way}', 0), ${least});`,
            ],
          },
        ],
      },
    ],
  };
};

/** A ring of three whose upper module goes on needing what moves down, and has to import it from there: none is saved. */
export const neededAbove: PlantCycle = (random, noun) => {
  const { kebab, camel, pascal, words } = noun;
  const grace = random.integer(2, 12);
  const [lower, middle, upper] = [`model/${kebab}-notice`, `services/${kebab}-ledger`, `reports/${kebab}-statement`];
  return {
    change: 0,
    ring: [lower, upper, middle],
    modules: [
      {
        path: lower,
        imports: { [upper]: [`${camel}Due`] },
        statements: [
          `/** When ${withArticle(noun)} has to be settled. */\nexport interface ${pascal}Notice {\n  readonly issued: number;\n  readonly due: number;\n}`,
          `/** The notice that goes out on a day. */\nexport function notify${pascal}(issued: number): ${pascal}Notice {\n  return { issued, due: ${camel}Due(issued) };\n}`,
        ],
        published: [`type ${pascal}Notice`],
      },
      {
        path: middle,
        imports: { [lower]: [`type ${pascal}Notice`, `notify${pascal}`] },
        statements: [
          `/** A notice for each day on which something was issued. */\nexport function ${camel}Notices(days: readonly number[]): ${pascal}Notice[] {\n  return days.map(notify${pascal});\n}`,
        ],
        published: [`${camel}Notices`],
      },
      {
        path: upper,
        imports: { [middle]: [`${camel}Notices`] },
        statements: [
          `/** The last day on which a ${words} of that day can be settled. */\nexport function ${camel}Due(day: number): number {\n  return day + ${grace};\n}`,
          `/** How many are open on a day, and what one of that day would be given. */\nexport function ${camel}Statement(days: readonly number[], today: number): string {\n  const open = ${camel}Notices(days).filter(({ due }) => due >= today).length;\n  return \`\${open} open, new ones until \${${camel}Due(today)}\`;\n}`,
        ],
        published: [`${camel}Statement`],
      },
    ],
    tests: [
      {
        name: `${kebab}-statement`,
        imports: { [middle]: [`${camel}Notices`], [upper]: [`${camel}Statement`] },
        cases: [
          {
            title: `counts what is open of ${withArticle(noun)}`,
            lines: [
              `assert.equal(${camel}Notices([5])[0]?.due, ${5 + grace});`,
              `assert.equal(${camel}Statement([1, 20], 20), '1 open, new ones until ${20 + grace}');`,
            ],
          },
        ],
      },
    ],
  };
};

/** What moves down takes a shared import along that the upper module goes on needing: none is saved. */
export const neededBelow: PlantCycle = (random, noun) => {
  const { kebab, camel, pascal, words } = noun;
  const [step, rate] = [random.pick([5, 10, 50]), random.integer(3, 19)];
  const [lower, upper] = [`rules/${kebab}-allowance`, `services/${kebab}-clerk`];
  const rounded = (value: number) => Math.floor(value / step + 0.5) * step;
  return {
    change: 0,
    ring: [lower, upper],
    modules: [
      {
        path: lower,
        imports: { [upper]: [`even${pascal}`] },
        statements: [
          `/** What so many units of a ${words} are allowed. */\nexport function allow${pascal}(units: number): number {\n  return even${pascal}(units * ${rate});\n}`,
        ],
        published: [`allow${pascal}`],
      },
      {
        path: upper,
        imports: { [lower]: [`allow${pascal}`], 'shared/rounding': ['percentOf', 'roundTo'] },
        statements: [
          `/** An amount as it is paid out, in steps of ${step}. */\nexport function even${pascal}(amount: number): number {\n  return roundTo(amount, ${step});\n}`,
          `/** How much of what is allowed was used, in per cent. */\nexport function ${camel}Use(units: number, spent: number): number {\n  return percentOf(spent, allow${pascal}(units));\n}`,
        ],
        published: [`${camel}Use`],
      },
    ],
    tests: [
      {
        name: `${kebab}-clerk`,
        imports: { [lower]: [`allow${pascal}`], [upper]: [`${camel}Use`] },
        cases: [
          {
            title: `allows ${withArticle(noun)} in steps`,
            lines: [
              `assert.equal(allow${pascal}(40), ${rounded(40 * rate)});`,
              `assert.equal(${camel}Use(40, ${rounded(40 * rate)}), 100);`,
            ],
          },
        ],
      },
    ],
  };
};

/** Both at once: one import more than before. */
export const neededTwice: PlantCycle = (random, noun) => {
  const { kebab, camel, pascal, words } = noun;
  const step = random.pick([5, 10, 50]);
  const [lower, middle, upper] = [`model/${kebab}-offer`, `services/${kebab}-broker`, `reports/${kebab}-outlook`];
  const rounded = (value: number) => Math.floor(value / step + 0.5) * step;
  return {
    change: 1,
    ring: [lower, upper, middle],
    modules: [
      {
        path: lower,
        imports: { [upper]: [`plain${pascal}`] },
        statements: [
          `/** What is offered for ${withArticle(noun)}. */\nexport interface ${pascal}Offer {\n  readonly amount: number;\n  readonly shown: number;\n}`,
          `/** An offer, and the amount to be shown for it. */\nexport function offer${pascal}(amount: number): ${pascal}Offer {\n  return { amount, shown: plain${pascal}(amount) };\n}`,
        ],
        published: [`type ${pascal}Offer`],
      },
      {
        path: middle,
        imports: { [lower]: [`type ${pascal}Offer`, `offer${pascal}`] },
        statements: [
          `/** The greater offer of two. */\nexport function broker${pascal}(one: number, other: number): ${pascal}Offer {\n  return offer${pascal}(Math.max(one, other));\n}`,
        ],
        published: [`broker${pascal}`],
      },
      {
        path: upper,
        imports: { [middle]: [`broker${pascal}`], 'shared/rounding': ['percentOf', 'roundTo'] },
        statements: [
          `/** An amount as it is told to others. */\nexport function plain${pascal}(amount: number): number {\n  return roundTo(amount, ${step});\n}`,
          `/** What a ${words} may bring, and how sure that is in per cent. */\nexport function ${camel}Outlook(one: number, other: number): string {\n  const { shown } = broker${pascal}(one, other);\n  return \`\${shown} (\${percentOf(plain${pascal}(Math.min(one, other)), shown)} %)\`;\n}`,
        ],
        published: [`${camel}Outlook`],
      },
    ],
    tests: [
      {
        name: `${kebab}-outlook`,
        imports: { [middle]: [`broker${pascal}`], [upper]: [`${camel}Outlook`] },
        cases: [
          {
            title: `looks out for ${withArticle(noun)}`,
            lines: [
              `assert.equal(broker${pascal}(101, 203).shown, ${rounded(203)});`,
              `assert.equal(${camel}Outlook(200, 200), '${rounded(200)} (100 %)');`,
            ],
          },
        ],
      },
    ],
  };
};
