import { createHash } from 'node:crypto';
import { type Json, ObeyError } from '@obey/schema';
import type { StepNode } from '../ast.js';
import { aggregateInputs } from '../items/aggregate-inputs.js';
import { itemKey } from '../items/item-key.js';
import type { AskedFields, FieldGuess } from './asked-fields.js';
import { simpleParts } from './step-traits.js';
import type { Walk, WalkContext } from './walk.js';

export interface ForgedFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Files that a step would have written, made up: the keys that the process names, numbers and tokens from nowhere, and what
 * a combination of made-up inputs really comes to. Gives the step the value that they stand for. Nothing is read for it.
 */
export async function forge(
  walk: Walk,
  node: StepNode,
  context: WalkContext,
  fields: AskedFields,
): Promise<ForgedFile[]> {
  const asked = fields.get(node.step);
  const value =
    (await combined(walk, node, context)) ?? (asked === undefined ? undefined : madeUp(walk, node, context, asked));
  const text = prose(node, context);
  const files = pathsOf(walk, node, context).map((path): ForgedFile => {
    if (path.endsWith('.json'))
      return { path, content: `${JSON.stringify(value ?? { status: 'ok', summary: text }, null, 2)}\n` };
    const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : text;
    return { path, content: `${shown}\n` };
  });
  const content = files.at(-1)?.content;
  if (node.yields !== undefined)
    walk.yielded(node, value === undefined ? (content ?? '') : JSON.stringify(value), context);
  return files;
}

function pathsOf(walk: Walk, node: StepNode, context: WalkContext): string[] {
  const templates = simpleParts(node.done).flatMap((matcher) =>
    matcher.type === 'wrote' || matcher.type === 'edited' ? [matcher.path] : [],
  );
  if (node.yields?.type === 'file') templates.push(node.yields.path);
  const paths = templates.flatMap((template) => {
    try {
      return [template.fill(walk.scope(context, template.names))];
    } catch (error) {
      if (ObeyError.isInstance(error)) return [];
      throw error;
    }
  });
  return [...new Set(paths)];
}

async function combined(walk: Walk, { aggregate }: StepNode, context: WalkContext): Promise<unknown> {
  if (aggregate === undefined) return undefined;
  const values = aggregateInputs(walk.values, aggregate.of, context.item).map(({ item, value }) => ({ item, value }));
  try {
    return await aggregate.expect.evaluate({ ...walk.scope(context, aggregate.expect.names), values });
  } catch (error) {
    if (ObeyError.isInstance(error)) return undefined;
    throw error;
  }
}

function madeUp(walk: Walk, node: StepNode, context: WalkContext, asked: ReadonlyMap<string, FieldGuess>): Json {
  const record: Record<string, Json> = {};
  for (const [path, guess] of asked) {
    const value = draw(walk, `${node.step} ${itemKey(context.item)} ${path}`, guess);
    if (path === '') {
      if (asked.size === 1) return value;
      continue;
    }
    const names = path.split('.');
    let at = record;
    for (const name of names.slice(0, -1)) {
      const inner = at[name];
      const next = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? inner : {};
      at[name] = next;
      at = next;
    }
    at[names.at(-1) ?? ''] ??= value;
  }
  return record;
}

function draw(walk: Walk, name: string, guess: FieldGuess): Json {
  const digest = createHash('sha256').update(`${walk.seed} ${name}`).digest();
  switch (guess.type) {
    case 'token':
      return digest.toString('hex').slice(0, 16);
    case 'number':
      return digest.readUInt16BE(0) % 1_000;
    case 'list':
      return ['1', '2', '3'].map((id) => ({ id, name: `Part ${id}` }));
    case 'text':
      return walk.choose(name, guess.options) ?? '';
  }
}

function prose({ step, says }: StepNode, { item }: WalkContext): string {
  const about = item.length === 0 ? '' : ` (${itemKey(item)})`;
  return `# ${step}${about}\n\n${says?.trim() ?? step}\n\nThis was done with care and all figures were checked twice.`;
}
