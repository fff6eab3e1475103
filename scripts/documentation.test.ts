import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { applicableDeviations, deviations, InputError, parseProcessYaml, variants } from '@obey/process';
import { defaultWeights, dimensions, findingSchema, traceEventSchema } from '@obey/schema';
import { describe, expect, it } from 'vitest';
import { documentation, type FencedBlock, root } from './documents.js';

const pages = documentation();
const page = (path: string) => {
  const found = pages.find((candidate) => candidate.path === path);
  if (found === undefined) throw new Error(`${path} is missing`);
  return found;
};

describe.each(pages.map((document) => [document.path, document] as const))('%s', (path, { blocks, links }) => {
  it('links to what exists', () => {
    for (const link of links) {
      const [target = '', anchor] = link.split('#');
      const file = target === '' ? path : relative(root, join(root, dirname(path), target));
      expect(existsSync(join(root, file)), link).toBe(true);
      if (anchor !== undefined) expect([...page(file).anchors], link).toContain(anchor);
    }
  });

  it('shows examples as they are tested', () => {
    for (const { info, text } of blocks) {
      const [, source] = /^ts (\S+)$/.exec(info) ?? [];
      if (source !== undefined) expect(text).toBe(readFileSync(join(root, source), 'utf8'));
    }
  });
});

describe('the process language', () => {
  const { blocks, text } = page('docs/process-language.md');
  const prelude = blocks.find(({ info }) => info === 'yaml prelude')?.text ?? '';
  const whole = (block: FencedBlock): string => (block.text.includes('facts:') ? block.text : prelude + block.text);

  it('shows processes that parse, here and on every other page', () => {
    const shown = pages.flatMap((other) => other.blocks.filter(({ info }) => /^yaml(?: process)?$/.test(info)));
    expect(shown.length).toBeGreaterThan(10);
    for (const block of shown) expect(parseProcessYaml(whole(block)).steps.size).toBeGreaterThan(0);
  });

  it('shows errors as they are', () => {
    const refused = blocks.flatMap((block, index) =>
      block.info === 'yaml refused' ? [[block, blocks[index + 1]?.text] as const] : [],
    );
    expect(refused.length).toBeGreaterThan(1);
    for (const [block, shown] of refused) {
      let error: unknown;
      try {
        parseProcessYaml(whole(block), { file: 'task.yaml' });
      } catch (caught) {
        error = caught;
      }
      expect(error).toBeInstanceOf(InputError);
      expect(error instanceof InputError ? `${error.line}\n` : undefined).toBe(shown);
    }
  });

  it('names every deviation in the dimension that is at fault, and every variant', () => {
    for (const { name, dimension } of deviations) {
      const row = text.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${name}\``)) ?? name;
      expect(row.replace('error handling', 'errorHandling')).toContain(`| ${dimension} |`);
    }
    for (const name of variants) expect(text).toContain(`\`${name}\``);
  });

  it('lists deviations that some process has', () => {
    const process = parseProcessYaml(
      whole(blocks.find(({ text: shown }) => shown.includes('catch:')) ?? { info: '', text: '' }),
    );
    expect(applicableDeviations(process)).toContain('swallow-error');
  });
});

describe('formats', () => {
  it('shows a trace that fits its schema', () => {
    const block = page('docs/trace.md').blocks.find(({ info }) => info === 'jsonl');
    const events = (block?.text ?? '')
      .trim()
      .split('\n')
      .map((line) => traceEventSchema.parse(JSON.parse(line)));
    expect(events.map(({ kind }) => kind)).toEqual(['run', 'request', 'file']);
  });

  it('shows a finding that fits its schema, and the weights as they are', () => {
    const { blocks, text } = page('docs/scoring.md');
    const block = blocks.find(({ info }) => info === 'json');
    expect(findingSchema.parse(JSON.parse(block?.text ?? '')).code).toBe('step-missing');
    for (const dimension of dimensions) {
      const name = dimension === 'errorHandling' ? 'error handling' : dimension;
      expect(text).toMatch(new RegExp(`^\\| ${name} \\|.*\\| ${defaultWeights[dimension].toFixed(2)} \\|$`, 'm'));
    }
  });

  it('names every kind of event', () => {
    const { text } = page('docs/trace.md');
    for (const option of traceEventSchema.options) {
      const row = text.split('\n').find((line) => line.startsWith(`| \`${option.shape.kind.value}\``));
      const own = Object.keys(option.shape).filter(
        (field) =>
          !['kind', 'seq', 'start', 'end', 'source', 'actor', 'parent', 'batch', 'raw', 'hash'].includes(field),
      );
      for (const field of own) expect(row).toContain(`\`${field}\``);
    }
  });
});
