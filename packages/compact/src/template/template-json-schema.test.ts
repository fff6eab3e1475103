// biome-ignore lint/style/noRestrictedImports: ajv keeps its class for draft 2020-12 there
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedFile } from '../testing/shared-data.js';
import { templateJsonSchema } from './template-json-schema.js';
import { yamlData } from './yaml-data.js';
import { readYamlSource } from './yaml-source.js';

const accepts = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(
  templateJsonSchema(),
);

/** What only `parseTemplate` lets pass: integers in other clothes. */
const stricter = ['dp_string_int_coerced', 'dp_string_ws_int', 'dp_bool_coerced', 'count_bool'];

describe('templateJsonSchema', () => {
  it('is a schema of draft 2020-12 that knows the fields', () => {
    const schema = templateJsonSchema();
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    const template = { key: 'a', family: 'a', version: '1.0.0', difficulty_policy: {}, transcript: { turns: [] } };
    const whole = { ...template, ground_truth: { entity_map: { a: 'b' } }, evaluation_items: [] };
    expect(accepts({ template: whole })).toBe(true);
    expect(accepts({ template: whole, dialect: 'compactbench-1', other: 1 })).toBe(true);
    expect(accepts({ template: whole, dialect: 'obey-1' })).toBe(false);
    expect(accepts({ template: { ...whole, ground_truth: { entity_map: { a: 1 } } } })).toBe(false);
    expect(accepts({ template: { ...whole, transcript: { turns: [{ role: 'user' }] } } })).toBe(false);
    expect(accepts({ template: { ...whole, notes: '' } })).toBe(false);
  });

  it.skipIf(!hasShared)('accepts and refuses as parseTemplate does', () => {
    let checked = 0;
    for (const { name, yaml, parse } of JSON.parse(sharedFile('vectors/templates_accept_reject.json')).vectors) {
      let data: unknown;
      try {
        data = yamlData(readYamlSource(yaml).root, []);
      } catch {
        continue;
      }
      expect([name, accepts(data)]).toEqual([name, parse === 'ok' && !stricter.includes(name)]);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(155);
  });
});
