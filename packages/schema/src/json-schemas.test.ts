import { describe, expect, test } from 'vitest';
import { jsonSchemaNames, toJsonSchema } from './json-schemas.js';

describe('JSON Schemas', () => {
  // The files are what editors read; `npx vitest run -u` writes them anew.
  test.each(jsonSchemaNames)('json/%s.schema.json is what the schema says', async (name) => {
    const text = `${JSON.stringify(toJsonSchema(name), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`../json/${name}.schema.json`);
  });

  test('a task is described down to the nodes of its process', () => {
    const schema = JSON.stringify(toJsonSchema('task'));
    for (const word of ['forEach', 'parallel', 'repeat', 'try', 'wrote', 'requested', 'aggregate']) {
      expect(schema).toContain(`"${word}"`);
    }
  });
});
