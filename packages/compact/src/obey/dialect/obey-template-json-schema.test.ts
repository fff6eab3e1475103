// biome-ignore lint/style/noRestrictedImports: ajv keeps its class for draft 2020-12 there
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadAnySuite } from '../../run/any-suite.js';
import { bundledSuites, suiteFolder } from '../../run/suite-folders.js';
import { suiteKeys } from '../testing/own-suites.js';
import { obeyTemplateJsonSchema } from './obey-template-json-schema.js';
import { parseObeyTemplate } from './parse-obey-template.js';

const accepts = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(
  obeyTemplateJsonSchema(),
);

const textsOf = (suite: string): string[] =>
  loadAnySuite(suiteFolder(bundledSuites(), suite)).files.map(({ source }) => source.text);

describe('obeyTemplateJsonSchema', () => {
  it.each(suiteKeys)('accepts the templates of %s', (suite) => {
    for (const text of textsOf(suite)) expect(accepts(parse(text))).toBe(true);
  });

  it.each([
    ['dialect', 'compactbench-1'],
    ['template.key', 'not a key'],
    ['template.difficulty_policy.paraphrase_depth.easy', 4],
    ['template.ground_truth.entity_map', { Ann: 1 }],
    ['template.evaluation_items.0.expected', 'value'],
    ['template.evaluation_items.0.type', 'unheard_of'],
    ['template.transcript.turns.0.act', 'unheard_of'],
    ['template.surplus', 1],
  ])('refuses, as the parser does, %s: %j', (path, value) => {
    const file = parse(textsOf('starter')[0] ?? '');
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    keys.reduce((node, key) => node[key], file)[last] = value;
    expect(accepts(file)).toBe(false);
    expect(() => parseObeyTemplate(stringify(file))).toThrow();
  });
});
