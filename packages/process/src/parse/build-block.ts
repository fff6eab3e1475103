import type { NodeSource } from '@obey/schema';
import type { Block, CallNode, Expression, ForEachNode, IfNode, Node, RepeatNode, TryNode } from '../ast.js';
import { analyzeExpression } from '../expression/analyze-expression.js';
import { suggestion } from '../suggest.js';
import type { BuildContext } from './build-context.js';
import { buildMatcher, buildWhere, matcherTypes } from './build-matcher.js';
import { buildStep } from './build-step.js';
import { checkCondition, checkLoopCondition } from './check-condition.js';
import { checkTry } from './check-try.js';
import type { Frame } from './frame.js';
import { loopKind } from './loop-kind.js';
import { splitForEach } from './parameter-kinds.js';
import { pathKey } from './path-key.js';
import { stepsIn } from './source-walk.js';
import type { YamlPath } from './yaml-file.js';

type Source<Key extends string> = Extract<NodeSource, Record<Key, unknown>>;

/** What building needs besides the frame: numbers for ids, and which steps may have a value where. */
export interface Building {
  readonly context: BuildContext;
  readonly available: ReadonlyMap<string, ReadonlySet<string>>;
  readonly nextId: (prefix: string, type: string) => string;
}

export function buildBlock(block: readonly NodeSource[], path: YamlPath, frame: Frame, building: Building): Block {
  return block.map((node, index) => buildNode(node, [...path, index], frame, building));
}

function buildNode(node: NodeSource, path: YamlPath, outer: Frame, building: Building): Node {
  const frame = { ...outer, available: building.available.get(pathKey(path)) ?? outer.available };
  if ('step' in node) return buildStep(node, path, frame, building.context);
  if ('forEach' in node) return buildForEach(node, path, frame, building);
  if ('parallel' in node) {
    const id = building.nextId(frame.prefix, 'parallel');
    const branches = node.parallel.map((branch, index) =>
      buildBlock(branch, [...path, 'parallel', index], frame, building),
    );
    return { type: 'parallel', id, at: building.context.at(path), branches };
  }
  if ('if' in node) return buildIf(node, path, frame, building);
  if ('repeat' in node) return buildRepeat(node, path, frame, building);
  if ('try' in node) return buildTry(node, path, frame, building);
  return buildCall(node, path, frame, building);
}

function buildForEach(node: Source<'forEach'>, path: YamlPath, frame: Frame, building: Building): ForEachNode {
  const { context } = building;
  const id = building.nextId(frame.prefix, 'forEach');
  const own = [...path, 'forEach'];
  const { variable, list, offset } = splitForEach(node.forEach);
  checkNewName(variable, own, frame, building, 'loop variable');
  const expression = context.expression(list, own, frame, { offset });
  const analysis = analyzeExpression(list, () => true);
  const kinds = new Map(frame.variables.map(({ name, kind }) => [name, kind]));
  const kind = 'ast' in analysis ? loopKind(list, analysis.ast, kinds) : list;
  if ('ast' in analysis && analysis.names.size === 0) {
    const message = `\`${list}\` is the same in every trial`;
    context.report(own, message, { offset, hint: 'loop over a fact, or over what a step yielded' });
  }
  const key = node.key ?? context.names.facts.get(kind)?.key;
  const unit = node.unit ?? 'artifact';
  const conditions = frame.conditions.filter(({ steps }) => steps.size === 0);
  const inner = { ...frame, variables: [...frame.variables, { name: variable, kind }], unit, conditions };
  const goesOn = node.while === undefined ? undefined : buildWhile(node, node.while, path, frame, building);
  return {
    type: 'forEach',
    id,
    at: context.at(path),
    variable,
    list: expression,
    kind,
    ...(key !== undefined && { key }),
    mode: node.mode ?? 'any',
    unit,
    ...(node.maxWords !== undefined && { maxWords: node.maxWords }),
    ...(goesOn !== undefined && { while: goesOn }),
    do: buildBlock(node.do, [...path, 'do'], inner, building),
  };
}

/** The condition of a loop that can end early: it stands before each item, where none of this loop is bound. */
function buildWhile(
  node: Source<'forEach'>,
  source: string,
  path: YamlPath,
  outer: Frame,
  { context, available }: Building,
): Expression {
  const own = [...path, 'while'];
  const frame = { ...outer, available: available.get(pathKey(own)) ?? outer.available };
  const before = context.issues.length;
  const condition = context.expression(source, own, frame);
  if (context.issues.length > before) return condition;
  const inside = stepsIn(node.do, {});
  if (![...condition.steps].some((step) => inside.has(step))) {
    const hint = 'name a step of the loop, or put an `if` around it';
    context.report(own, `\`${source}\` is the same before every item, whatever the items before it yield`, { hint });
  }
  if (node.mode === 'parallel') {
    context.report([...path, 'mode'], 'items that are worked on at once cannot wait for what others yield', {
      hint: 'leave `mode` out: a loop with `while` goes through its list in order',
    });
  }
  return condition;
}

function buildIf(node: Source<'if'>, path: YamlPath, frame: Frame, building: Building): IfNode {
  const { context } = building;
  const id = building.nextId(frame.prefix, 'if');
  const own = [...path, 'if'];
  const before = context.issues.length;
  const condition = context.expression(node.if, own, frame);
  const sound = context.issues.length === before;
  const known = sound ? checkCondition(node.if, condition, own, frame, context) : undefined;
  const inner = (holds: boolean): Frame =>
    known === undefined ? frame : { ...frame, conditions: [...frame.conditions, { ...known, holds }] };
  if (JSON.stringify(node.then) === JSON.stringify(node.else)) {
    context.report(path, '`then` and `else` are the same', { hint: 'leave the `if` out' });
  }
  return {
    type: 'if',
    id,
    at: context.at(path),
    condition,
    structural: condition.steps.size === 0,
    whenTrue: buildBlock(node.then, [...path, 'then'], inner(true), building),
    whenFalse: node.else === undefined ? [] : buildBlock(node.else, [...path, 'else'], inner(false), building),
  };
}

function buildRepeat(node: Source<'repeat'>, path: YamlPath, frame: Frame, building: Building): RepeatNode {
  const { context } = building;
  const id = building.nextId(frame.prefix, 'repeat');
  const { max, as, while: condition } = node.repeat;
  const own = [...path, 'repeat', 'while'];
  if (as !== undefined) checkNewName(as, [...path, 'repeat', 'as'], frame, building, 'counter');
  const counters = as === undefined ? frame.counters : [...frame.counters, as];
  const conditions = frame.conditions.filter(({ steps }) => steps.size === 0);
  const inner = { ...frame, counters, conditions, cycles: frame.cycles * max };
  const expression = context.expression(condition, own, inner);
  checkLoopCondition(expression, own, context);
  return {
    type: 'repeat',
    id,
    at: context.at(path),
    while: expression,
    max,
    ...(as !== undefined && { as }),
    do: buildBlock(node.do, [...path, 'do'], inner, building),
  };
}

function buildTry(node: Source<'try'>, path: YamlPath, frame: Frame, building: Building): TryNode {
  const { context } = building;
  const id = building.nextId(frame.prefix, 'try');
  const { on, retry, do: recovery = [], otherwise = [] } = node.catch;
  const caught = [...path, 'catch'];
  const handling = { ...frame, available: building.available.get(pathKey(caught)) ?? frame.available };
  const body = buildBlock(node.try, [...path, 'try'], frame, building);
  const matcher = buildMatcher(on, [...caught, 'on'], handling, context);
  const where = retry?.where;
  const tried: TryNode = {
    type: 'try',
    id,
    at: context.at(path),
    body,
    on: matcher,
    ...(retry && {
      retry: {
        max: retry.max,
        ...(where !== undefined && {
          where: buildWhere(where, [...caught, 'retry', 'where'], handling, context, matcherTypes(matcher)),
        }),
      },
    }),
    do: buildBlock(recovery, [...caught, 'do'], handling, building),
    otherwise: buildBlock(otherwise, [...caught, 'otherwise'], handling, building),
  };
  checkTry(tried, path, frame, context);
  return tried;
}

function buildCall(node: Source<'call'>, path: YamlPath, frame: Frame, building: Building): CallNode {
  const { context } = building;
  const id = building.nextId(frame.prefix, 'call');
  const { procedures } = context.names;
  const params = procedures.get(node.call);
  const entries = Object.entries(node.with ?? {});
  if (params === undefined) {
    context.report([...path, 'call'], `unknown procedure \`${node.call}\``, suggestion(node.call, procedures.keys()));
  } else {
    for (const [name] of entries) {
      if (params.includes(name)) continue;
      context.report([...path, 'with', name], `\`${node.call}\` has no parameter \`${name}\``, {
        key: true,
        ...suggestion(name, params),
      });
    }
    const missing = params.filter((param) => !entries.some(([name]) => name === param));
    if (missing.length > 0) {
      const message = `\`${node.call}\` needs ${missing.map((param) => `\`${param}\``).join(', ')}`;
      context.report([...path, 'call'], message, { hint: 'pass it in `with:`' });
    }
  }
  const values = entries.map(
    ([name, source]) => [name, context.expression(source, [...path, 'with', name], frame)] as const,
  );
  return { type: 'call', id, at: context.at(path), procedure: node.call, with: Object.fromEntries(values) };
}

function checkNewName(name: string, path: YamlPath, frame: Frame, { context }: Building, what: string): void {
  const kind = context.names.kindOf(name, frame);
  if (kind === undefined) return;
  const taken = {
    variable: 'a loop variable',
    counter: 'a counter',
    fact: 'a fact',
    parameter: 'a parameter',
    step: 'a step',
  };
  context.report(path, `the ${what} \`${name}\` hides ${taken[kind]} of that name`, { hint: 'choose another name' });
}
