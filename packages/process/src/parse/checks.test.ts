import { describe, expect, it } from 'vitest';
import { InputError } from './input-error.js';
import { parseProcessYaml } from './parse-process-yaml.js';

const options = { file: 'task.yaml', facts: { states: { key: 'slug' }, limit: {}, census: {} }, parameters: ['size'] };
const marker = '@@';

/** The first issue of a process in which `@@` marks where it should stand. */
function firstIssue(marked: string, services?: string[]): { found: string; marked: string } {
  const before = marked.slice(0, marked.indexOf(marker)).split('\n');
  const place = `${before.length}:${(before.at(-1) ?? '').length + 1}`;
  try {
    parseProcessYaml(marked.replace(marker, ''), { ...options, ...(services && { services }) });
  } catch (thrown) {
    if (thrown instanceof InputError) return { found: thrown.line.replace('task.yaml:', ''), marked: place };
    throw thrown;
  }
  return { found: 'accepted', marked: place };
}

const inLoop = (body: string) => `process:\n  - forEach: state in states\n    do:\n      - ${body}\n`;
const afterA = (node: string) =>
  `process:\n  - step: a\n    done: { wrote: a.json }\n    yields: a.json\n  - ${node}\n`;
const refine = (node: string) =>
  `process:\n  - call: refine\n    with: { section: limit }\nprocedures:\n  refine:\n    params: [section]\n    do:\n      - ${node}\n`;

const refused: readonly (readonly [what: string, yaml: string, message: string])[] = [
  [
    'a duplicate step',
    afterA('step: @@a\n    done: { wrote: b.json }'),
    'duplicate step `a`; the first is in line 2; give each step an id of its own',
  ],
  [
    'a misspelt matcher',
    'process:\n  - step: a\n    done: @@{ wrotee: a.json }',
    '`done`: expected a mapping with one of `wrote`, `edited`, `deleted`, `read`, `requested`, `ran`, `called`, `delegated`, `replied`, `anyOf` or `allOf`; did you mean `wrote`?',
  ],
  [
    'a step with the name of a fact',
    'process:\n  - step: @@census\n    done: { replied: true }',
    'the step `census` hides a fact of that name; choose another id',
  ],
  [
    'an unknown step in `aggregate.of`',
    afterA('step: b\n    done: { wrote: b.json }\n    aggregate: { of: [@@aa], expect: $sum(values.value) }'),
    'unknown step `aa`; did you mean `a`?',
  ],
  [
    'a later step in `aggregate.of`',
    'process:\n  - step: a\n    done: { wrote: a.json }\n    aggregate: { of: [@@b], expect: $sum(values.value) }\n  - step: b\n    done: { wrote: b.json }',
    'the step `b` cannot have a value yet where it is combined; move the step before it',
  ],
  [
    'an unknown name in a condition',
    afterA('if: a.n > @@limitt\n    then: [{ step: b, done: { replied: true } }]'),
    'unknown name `limitt`; did you mean `limit`?',
  ],
  [
    'an unknown variable',
    afterA('if: a.n > @@$limitt\n    then: [{ step: b, done: { replied: true } }]'),
    'unknown name `limitt`; did you mean `limit`?',
  ],
  [
    'an unknown name in a quoted condition',
    afterA('if: "a.n > @@sise"\n    then: [{ step: b, done: { replied: true } }]'),
    'unknown name `sise`; did you mean `size`?',
  ],
  [
    'an unknown name in a template',
    inLoop('step: a\n        done: { wrote: "work/{@@stat.slug}.json" }'),
    'unknown name `stat`; did you mean `state`?',
  ],
  [
    'an unknown name in `says`',
    inLoop('step: a\n        says: Visit {@@stat.slug}.\n        done: { replied: true }'),
    'unknown name `stat`; did you mean `state`?',
  ],
  [
    'an unknown event field',
    'process:\n  - step: a\n    done: { requested: GET /x, where: @@statsu < 300 }',
    'unknown name `statsu`; did you mean `status`?',
  ],
  [
    'an unknown procedure',
    'process:\n  - call: @@refin\nprocedures:\n  refine: { params: [], do: [{ step: a, done: { replied: true } }] }',
    'unknown procedure `refin`; did you mean `refine`?',
  ],
  [
    'an unknown function',
    afterA('if: @@$exist(a)\n    then: [{ step: b, done: { replied: true } }]'),
    'unknown function `$exist`; did you mean `$exists`?',
  ],
  [
    'an unknown service',
    'process:\n  - step: a\n    done: { requested: GET /x, service: @@sensus }',
    'unknown service `sensus`; did you mean `census`?',
  ],
  [
    'a name out of its loop',
    'process:\n  - forEach: state in states\n    do: [{ step: a, done: { replied: true } }]\n  - if: @@state.slug = "x"\n    then: [{ step: b, done: { replied: true } }]',
    'unknown name `state`; did you mean `states`?',
  ],
  [
    'a step before it has a value',
    'process:\n  - if: @@b.n > 1\n    then: [{ step: a, done: { replied: true } }]\n  - step: b\n    done: { wrote: b.json }',
    'the step `b` cannot have a value yet where it is used; move the step before it',
  ],
  [
    'a step of the branch beside',
    'process:\n  - parallel:\n      - [{ step: a, done: { wrote: a.json } }]\n      - [{ if: @@a.n = 1, then: [{ step: b, done: { replied: true } }] }]',
    'the step `a` cannot have a value yet where it is used; move the step before it',
  ],
  [
    'what a step yields in a path',
    afterA('step: b\n    done: { wrote: "work/{@@a.name}.json" }'),
    '`a` is a step, and what a step yields cannot stand here; use loop variables, facts and parameters',
  ],
  [
    'a function of time',
    afterA('if: @@$now() > a.t\n    then: [{ step: b, done: { replied: true } }]'),
    '`$now` is refused: a process must mean the same whenever it is read; name a fact or what a step yielded',
  ],
  [
    'a function of chance',
    afterA('if: a.n > @@$random()\n    then: [{ step: b, done: { replied: true } }]'),
    '`$random` is refused: a process must mean the same whenever it is read; name a fact or what a step yielded',
  ],
  [
    'a function without its dollar',
    afterA('if: @@exists(a)\n    then: [{ step: b, done: { replied: true } }]'),
    '`exists` is called as a function, which needs a dollar sign: `$exists`',
  ],
  [
    'everything in scope',
    afterA('if: $count($keys(@@$)) > 1\n    then: [{ step: b, done: { replied: true } }]'),
    '`$` is everything in scope; name the fact or step that is meant',
  ],
  [
    'an expression with an error in it',
    afterA('if: a.n > 1@@)\n    then: [{ step: b, done: { replied: true } }]'),
    '`a.n > 1)` is no expression: syntax error: ")"',
  ],
  [
    'a `where` that cannot be compiled',
    'process:\n  - step: a\n    done: { requested: GET /x, where: "@@$map(body, function($v) { $v.n })" }',
    '`$map(body, function($v) { $v.n })` is too much to be evaluated for every event; use paths, comparison, arithmetic, `and`, `or`, `in` and functions such as $abs, $exists, $count, $contains',
  ],
  [
    'an open brace',
    inLoop('step: a\n        done: { wrote: "work/@@{state.slug.json" }'),
    '`work/{state.slug.json` has a `{` without its `}`; write `{{` and `}}` for braces as such',
  ],
  [
    'a constant condition',
    afterA('if: @@1 > 2\n    then: [{ step: b, done: { replied: true } }]'),
    '`1 > 2` is always false; `then` is never reached; name a fact, a parameter or a step in it',
  ],
  [
    'a branch under its own condition',
    afterA('if: a.n > 1\n    then:\n      - if: @@a.n>1\n        then: [{ step: b, done: { replied: true } }]'),
    '`a.n>1` is always true here, because an `if` around it asks the same; `else` is never reached; leave the inner `if` out',
  ],
  [
    'a branch under its own negation',
    afterA('if: $not(a.n > 1)\n    then:\n      - if: @@a.n > 1\n        then: [{ step: b, done: { replied: true } }]'),
    '`a.n > 1` is always false here, because an `if` around it asks the same; `then` is never reached; leave the inner `if` out',
  ],
  [
    'a branch in the `else` of its own condition',
    afterA(
      'if: a.n > 1\n    then: [{ step: c, done: { replied: true } }]\n    else:\n      - if: @@a.n > 1\n        then: [{ step: b, done: { replied: true } }]',
    ),
    '`a.n > 1` is always false here, because an `if` around it asks the same; `then` is never reached; leave the inner `if` out',
  ],
  [
    'a `while` that never holds',
    'process:\n  - repeat: { while: @@"false", max: 2 }\n    do: [{ step: a, done: { replied: true } }]',
    '`false` is always false; the body is never reached',
  ],
  [
    'a repeat without a bound',
    'process:\n  - repeat: @@{ while: census.n > 1 }\n    do: [{ step: a, done: { replied: true } }]',
    '`max` is missing: expected a number',
  ],
  [
    'a loop over what never changes',
    'process:\n  - forEach: x in @@[1, 2]\n    do: [{ step: a, done: { replied: true } }]',
    '`[1, 2]` is the same in every trial; loop over a fact, or over what a step yielded',
  ],
  [
    'a loop variable with the name of an outer one',
    inLoop('forEach: @@state in states\n        do: [{ step: a, done: { replied: true } }]')
      .replace('forEach: @@', '@@forEach: ')
      .replace('@@forEach: ', 'forEach: @@'),
    'the loop variable `state` hides a loop variable of that name; choose another name',
  ],
  [
    'a loop variable with the name of a fact',
    'process:\n  - forEach: @@limit in states\n    do: [{ step: a, done: { replied: true } }]',
    'the loop variable `limit` hides a fact of that name; choose another name',
  ],
  [
    'a recursion without an end',
    refine('call: @@refine\n        with: { section: section }'),
    '`refine` calls itself without end; put the call into a loop over a part of its parameter, or under a condition on it',
  ],
  [
    'a recursion under a condition that stays',
    refine('if: limit > 1\n        then:\n          - call: @@refine\n            with: { section: section }'),
    '`refine` calls itself without end; put the call into a loop over a part of its parameter, or under a condition on it',
  ],
  [
    'a procedure that is never called',
    'process:\n  - step: a\n    done: { replied: true }\nprocedures:\n  @@refine: { params: [], do: [{ step: b, done: { replied: true } }] }',
    'the procedure `refine` is never called',
  ],
  [
    'a missing argument',
    refine('step: a\n        done: { replied: true }')
      .replace('call: refine', 'call: @@refine')
      .replace('section: limit', ''),
    '`refine` needs `section`; pass it in `with:`',
  ],
  [
    'an argument too many',
    refine('step: a\n        done: { replied: true }').replace('section: limit', 'section: limit, @@sections: limit'),
    '`refine` has no parameter `sections`; did you mean `section`?',
  ],
  [
    'a proof without an output',
    'process:\n  - step: a\n    done: { requested: GET /x }\n    @@proof: { token: reference }',
    'a `proof` needs an output that carries it; add `yields:` or let `done` be a file that is `wrote`',
  ],
  [
    'a proven path yielded again without proof',
    inLoop(
      'step: a\n        done: { wrote: "work/{state.slug}" }\n        yields: work/{state.slug}\n        proof: { token: t }\n  - forEach: other in states\n    do:\n      - step: b\n        done: { wrote: "work/{other.slug}" }\n        yields: @@work/{other.slug}',
    ),
    '`work/{other.slug}` is proven by `a` and yielded here without proof; give it the `proof` of `a`',
  ],
  [
    'a response that nothing asks for',
    'process:\n  - step: a\n    done: { wrote: a.json }\n    yields: @@response.body',
    '`response.body` needs a request; let `done` be `requested`',
  ],
  [
    'a misspelt response',
    'process:\n  - step: a\n    done: { requested: GET /x }\n    yields: @@response.bdy',
    '`yields`: unknown value `response.bdy`; did you mean `response.body`?',
  ],
  [
    'a fault that names no item',
    inLoop(
      'try: [{ step: a, done: { replied: true } }]\n        catch:\n          on: @@{ requested: GET /x, where: status >= 400 }\n          retry: { max: 2 }',
    ),
    '`on` does not tell which `state` a fault belongs to; name it in the path or in `where`, as in {state}',
  ],
  [
    'a `catch` with nothing to do',
    'process:\n  - try: [{ step: a, done: { replied: true } }]\n    @@catch: { on: { requested: GET /x } }',
    'nothing is due when the fault happens; add `retry:`, `do:` or `otherwise:`',
  ],
  [
    'a recovery that leads nowhere',
    'process:\n  - try: [{ step: a, done: { replied: true } }]\n    catch:\n      on: { requested: GET /x }\n      @@do: [{ step: b, done: { replied: true } }]',
    '`do` leads up to a new attempt, and no `retry` allows one; add `retry: { max: 1 }`, or write the steps under `otherwise:`',
  ],
  [
    'fewer occurrences than cycles',
    'process:\n  - repeat: { while: census.n > 1, max: 3 }\n    do: [{ step: a, done: { replied: true }, atMost: @@2 }]',
    '`atMost` allows 2, but the repeats around ask for up to 3; raise `atMost` or lower `max`',
  ],
  [
    'branches without a difference',
    'process:\n  - @@if: limit > 1\n    then: [{ call: p }]\n    else: [{ call: p }]\nprocedures:\n  p: { params: [], do: [{ step: a, done: { replied: true } }] }',
    '`then` and `else` are the same; leave the `if` out',
  ],
  [
    'a name that means two things',
    'process:\n  - forEach: path in states\n    do: [{ step: a, done: { wrote: "{path.id}", where: @@path = "x" } }]',
    '`path` means two things here: what is being looked at has it, and it is a variable; give the variable another name',
  ],
  [
    'a list of nodes alone',
    '- step: a\n  done: { wrote: "{@@x}" }',
    'unknown name `x`; known here: states, limit, census, size, a',
  ],
  [
    'a path out of the workspace',
    'process:\n  - step: a\n    done: { wrote: @@../a.json }',
    '`wrote`: expected a path inside the workspace, got `../a.json`; for example `work/notes.md`',
  ],
  [
    'a request without a method',
    'process:\n  - step: a\n    done: { requested: @@/states }',
    '`requested`: expected a method and a path, got `/states`; for example `GET /states/{state.slug}`',
  ],
];

describe('parseProcessYaml refuses', () => {
  it.each(refused)('%s', (what, yaml, message) => {
    const { found, marked } = firstIssue(yaml, what.includes('service') ? ['census'] : undefined);
    expect(found).toBe(`${marked}: ${message}`);
  });

  it('all that is wrong, in the order of the file', () => {
    const text = 'process:\n  - step: a\n    done: { wrote: "{x}" }\n  - step: a\n    done: { wrote: "{y}" }\n';
    const error = catchInput(() => parseProcessYaml(text, { file: 'p.yaml', facts: {}, parameters: [] }));
    expect(error?.lines.map((line) => line.replace(/; .*/, ''))).toEqual([
      'p.yaml:3:22: unknown name `x`',
      'p.yaml:4:11: duplicate step `a`',
      'p.yaml:5:22: unknown name `y`',
    ]);
    expect([error?.code, error?.line]).toEqual(['process-invalid', error?.lines[0]]);
  });
});

describe('parseProcessYaml accepts', () => {
  it.each([
    [
      'a step of the body in `while`, and of an earlier cycle',
      'process:\n  - repeat: { while: b.ok != true, max: 3, as: cycle }\n    do:\n      - if: b.n > cycle\n        then: [{ step: a, done: { replied: true } }]\n      - step: b\n        done: { wrote: b.json }',
    ],
    [
      'a step of a procedure after its call',
      'process:\n  - call: p\n  - if: b.n > 1\n    then: [{ step: a, done: { replied: true } }]\nprocedures:\n  p: { params: [], do: [{ step: b, done: { wrote: b.json } }] }',
    ],
    [
      'a recursion over parts',
      refine(
        'forEach: child in section.children\n        do:\n          - call: refine\n            with: { section: child }',
      ),
    ],
    [
      'a recursion under a condition on its parameter',
      refine(
        'if: $exists(section.children)\n        then:\n          - call: refine\n            with: { section: section.children }',
      ),
    ],
    [
      'the same condition in another cycle',
      'process:\n  - step: a\n    done: { wrote: a.json }\n  - if: a.n > 1\n    then:\n      - repeat: { while: a.n > 2, max: 2 }\n        do:\n          - if: a.n > 1\n            then: [{ step: b, done: { replied: true } }]',
    ],
    [
      'a step with the name of a function',
      'process:\n  - step: split\n    done: { wrote: a.json }\n  - if: $count($split.parts) > 1\n    then: [{ step: b, done: { replied: true } }]',
    ],
    [
      'lambdas, whose parameters are no names in scope',
      'process:\n  - if: $count($filter(census, function($c) { $c.n > 1 })) > 1\n    then: [{ step: a, done: { replied: true } }]',
    ],
    [
      'a fact with the name of a parameter',
      'parameters: { many: {} }\nfacts: { many: {} }\nprocess:\n  - forEach: one in many\n    do: [{ step: a, done: { replied: true } }]',
    ],
  ])('%s', (what, yaml) => {
    const own = what.startsWith('a fact') ? {} : options;
    expect(catchInput(() => parseProcessYaml(yaml, own))?.lines).toBeUndefined();
  });
});

function catchInput(action: () => unknown): InputError | undefined {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof InputError) return thrown;
    throw thrown;
  }
  return undefined;
}
