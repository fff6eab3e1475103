import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObeyError } from '@obey/schema';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dialectOf } from './dialect.js';
import { listSuites, loadSuite, loadSuiteWith, parseTemplateFile } from './load-suite.js';
import { nodeAt } from './yaml-path.js';

const yaml = (version: string) => `template:
  key: a
  family: a
  version: ${version}
  difficulty_policy: {}
  transcript: {turns: []}
  ground_truth: {}
  evaluation_items: []
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'obey-suite-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function suite(files: Readonly<Record<string, string | Buffer>>): string {
  const path = join(folder, 'starter');
  mkdirSync(path);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

function lineOf(attempt: () => unknown): string {
  try {
    attempt();
    return 'ok';
  } catch (error) {
    return ObeyError.isInstance(error) ? `${error.name} ${error.line.replace(folder, '')}` : String(error);
  }
}

describe('loadSuite', () => {
  it('takes what ends in .yaml, sorted by code points', () => {
    const names = ['b.yaml', 'B.yaml', '.c.yaml', '\uffee.yaml', '😀.yaml', 'a.yml', 'a.yaml.txt', 'x.YAML'];
    const path = suite(Object.fromEntries(names.map((name) => [name, yaml('1.0.0')])));
    const loaded = loadSuite(path);
    expect(loaded).toMatchObject({ key: 'starter', version: '1.0.0' });
    expect(loaded.files.map(({ source }) => source.placeOf([]).file?.slice(path.length + 1))).toEqual([
      '.c.yaml',
      'B.yaml',
      'b.yaml',
      '\uffee.yaml',
      '😀.yaml',
    ]);
  });

  it('is mixed where versions differ', () => {
    expect(loadSuite(suite({ 'a.yaml': yaml('1.0.0'), 'b.yaml': yaml('1.0.1') })).version).toBe('mixed');
  });

  it('names what cannot be read', () => {
    const path = suite({ 'a.yaml': yaml('1.0') });
    expect(lineOf(() => loadSuite(path))).toBe(
      'TemplateParseError /starter/a.yaml:4:12: template.version: expected text, found the number 1; put it in quotes',
    );
    expect(lineOf(() => loadSuite(join(folder, 'none')))).toBe('TemplateParseError /none: there is no such suite');
    expect(lineOf(() => parseTemplateFile(join(folder, 'b.yaml')))).toBe(
      'TemplateParseError /b.yaml: the template file cannot be read',
    );
    writeFileSync(join(folder, 'c.yaml'), Buffer.from([0x61, 0xff]));
    expect(lineOf(() => parseTemplateFile(join(folder, 'c.yaml')))).toBe(
      'TemplateParseError /c.yaml: the template file is not UTF-8',
    );
  });

  it('leaves other dialects to their own readers', () => {
    const path = suite({ 'a.yaml': `dialect: obey-1\ntemplate: {key: a, family: b, version: 2.0.0}` });
    expect(lineOf(() => loadSuite(path))).toBe(
      'TemplateParseError /starter/a.yaml:1:10: expected the dialect compactbench-1, found obey-1',
    );
    const loaded = loadSuiteWith(path, (source) => ({
      dialect: dialectOf(source),
      template: { key: 'a', family: 'b', version: nodeAt(source.root, ['template', 'version'])?.kind ?? '' },
    }));
    expect(loaded.files[0]?.dialect).toBe('obey-1');
    writeFileSync(join(path, 'a.yaml'), 'dialect: obey1\ntemplate: {}');
    expect(lineOf(() => loadSuite(path))).toBe(
      'TemplateParseError /starter/a.yaml:1:10: dialect: expected one of compactbench-1, obey-1, found "obey1"; did you mean "obey-1"?',
    );
  });
});

describe('listSuites', () => {
  it('names the folders, sorted', () => {
    for (const name of ['b', 'A', '😀', '\uffee']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'c.yaml'), '');
    expect(listSuites(folder)).toEqual(['A', 'b', '\uffee', '😀']);
    expect(listSuites(join(folder, 'none'))).toEqual([]);
  });
});
