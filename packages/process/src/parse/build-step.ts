import type { StepSource } from '@obey/schema';
import type { Aggregate, StepNode, Yields } from '../ast.js';
import { suggestion } from '../suggest.js';
import type { BuildContext } from './build-context.js';
import { buildMatcher, matcherTypes, workspacePath } from './build-matcher.js';
import type { Frame } from './frame.js';
import type { YamlPath } from './yaml-file.js';

/** A step of its checked shape. */
export function buildStep(source: StepSource, path: YamlPath, frame: Frame, context: BuildContext): StepNode {
  const done = buildMatcher(source.done, [...path, 'done'], frame, context);
  const started = source.started && buildMatcher(source.started, [...path, 'started'], frame, context);
  const step: StepNode = {
    type: 'step',
    id: source.step,
    step: source.step,
    at: context.at(path),
    done,
    optional: source.optional ?? source.atMost === 0,
    reads: (source.reads ?? []).map((read, index) => {
      const own = [...path, 'reads'];
      workspacePath(String(index), read, own, context);
      return context.template(read, [...own, index], frame);
    }),
    variables: frame.variables,
    ...(source.says !== undefined && { says: source.says.trim() }),
    ...(started && { started }),
    ...(frame.unit && { unit: frame.unit }),
    ...(source.atMost !== undefined && { atMost: source.atMost }),
    ...(source.proof && { proof: { token: source.proof.token, fields: source.proof.fields ?? [] } }),
    ...(source.aggregate && { aggregate: buildAggregate(source.aggregate, [...path, 'aggregate'], frame, context) }),
    ...(source.yields !== undefined && { yields: buildYields(source.yields, [...path, 'yields'], frame, context) }),
  };
  if (source.says !== undefined) context.template(source.says, [...path, 'says'], frame, { steps: true });
  checkStep(step, path, frame, context);
  return step;
}

function buildYields(source: string, path: YamlPath, frame: Frame, context: BuildContext): Yields {
  if (source === 'response.body') return { type: 'response' };
  if (source === 'reply') return { type: 'reply' };
  const near = source.includes('/') ? {} : suggestion(source, ['response.body', 'reply']);
  if (near.hint !== undefined) context.report(path, `\`yields\`: unknown value \`${source}\``, near);
  else workspacePath('yields', source, path.slice(0, -1), context);
  return { type: 'file', path: context.template(source, path, frame) };
}

function buildAggregate(
  source: NonNullable<StepSource['aggregate']>,
  path: YamlPath,
  frame: Frame,
  context: BuildContext,
): Aggregate {
  const { steps } = context.names;
  for (const [index, step] of source.of.entries()) {
    const own = [...path, 'of', index];
    if (!steps.has(step)) context.report(own, `unknown step \`${step}\``, suggestion(step, steps));
    else if (!frame.available.has(step)) {
      context.report(own, `the step \`${step}\` cannot have a value yet where it is combined`, {
        hint: 'move the step before it',
      });
    }
  }
  return {
    of: source.of,
    expect: context.expression(source.expect, [...path, 'expect'], frame, { locals: new Set(['values']) }),
    tolerance: source.tolerance ?? 0,
    ...(source.uses !== undefined && { uses: source.uses }),
  };
}

function checkStep(step: StepNode, path: YamlPath, frame: Frame, context: BuildContext): void {
  const types = matcherTypes(step.done);
  if (step.proof && step.yields === undefined && !types.includes('wrote')) {
    const hint = 'add `yields:` or let `done` be a file that is `wrote`';
    context.report([...path, 'proof'], 'a `proof` needs an output that carries it', { key: true, hint });
  }
  const all = step.started ? [...types, ...matcherTypes(step.started)] : types;
  if (step.yields?.type === 'response' && !all.includes('requested')) {
    context.report([...path, 'yields'], '`response.body` needs a request', { hint: 'let `done` be `requested`' });
  }
  if (step.yields?.type === 'reply' && !types.includes('replied')) {
    context.report([...path, 'yields'], '`reply` needs an answer', { hint: 'let `done` be `{ replied: true }`' });
  }
  if (step.atMost !== undefined && step.atMost > 0 && step.atMost < frame.cycles) {
    const message = `\`atMost\` allows ${step.atMost}, but the repeats around ask for up to ${frame.cycles}`;
    context.report([...path, 'atMost'], message, { hint: 'raise `atMost` or lower `max`' });
  }
}
