import type { Facts, ParameterValues } from '@obey/schema';
import type { Block, ForEachNode, Node, Process, TryNode } from '../ast.js';
import { explainStep } from './explain-step.js';
import { numberNodes } from './number-nodes.js';
import { phraseCondition, phraseValue } from './phrase-expression.js';
import { phraseEvent } from './phrase-matcher.js';
import { code, listed, sentence, times, type Wording } from './wording.js';

export interface ExplainOptions {
  /** Lists among them are told with their length. */
  readonly facts?: Facts;
  /** Told with their values. */
  readonly parameters?: ParameterValues;
}

/** A process as numbered prose that leaves nothing out: every path, limit, mode, unit, retry count and condition is in words. */
export function explainProcess(process: Process, { facts, parameters }: ExplainOptions = {}): string {
  const wording: Wording = { process, numbers: numberNodes(process), facts, parameters, variables: [] };
  const lines = explainBlock(process.nodes, wording, 0);
  for (const { name, params, do: block } of process.procedures.values()) {
    const given = params.length === 0 ? '' : `, given ${listed(params.map((param) => `the ${param.name}`))}`;
    lines.push('', `Procedure ${code(name)}${given}:`);
    lines.push(...explainBlock(block, { ...wording, variables: params }, 0));
  }
  const hole = [...process.steps.values()].flatMap(({ done }) => ('path' in done ? done.path.holes : []))[0];
  const note =
    hole === undefined ? [] : [`Text in braces, such as {${hole}}, stands for that value of the item at hand.`, ''];
  return `${[...note, ...lines].join('\n')}\n`;
}

function explainBlock(block: Block, wording: Wording, depth: number): string[] {
  return block.flatMap((node) => explainNode(node, wording, depth));
}

function explainNode(node: Node, wording: Wording, depth: number): string[] {
  const item = (text: string) => `${indent(depth)}${wording.numbers.get(node.id) ?? ''}. ${text}`;
  const inner = (block: Block, more: readonly { name: string }[] = []) =>
    explainBlock(block, { ...wording, variables: [...wording.variables, ...more] }, depth + 1);
  const aside = (text: string) => `${indent(depth + 1)}${sentence(text)}`;
  switch (node.type) {
    case 'step':
      return [item(explainStep(node, wording))];
    case 'forEach':
      return [item(sentence(`${loopWords(node, wording)}:`)), ...inner(node.do, [{ name: node.variable }])];
    case 'parallel':
      return [
        item('At the same time, in parallel:'),
        ...node.branches.flatMap((branch, index) => [...(index === 0 ? [] : [aside('meanwhile:')]), ...inner(branch)]),
      ];
    case 'if':
      return [
        item(`If ${phraseCondition(node.condition.source, wording)}:`),
        ...inner(node.whenTrue),
        ...(node.whenFalse.length === 0 ? [] : [aside('otherwise:'), ...inner(node.whenFalse)]),
      ];
    case 'repeat': {
      const counter = node.as === undefined ? [] : [{ name: node.as }];
      const counted = node.as === undefined ? '' : `, counting the rounds from 1 as ${code(node.as)}`;
      const held = phraseCondition(node.while.source, { ...wording, variables: [...wording.variables, ...counter] });
      return [
        item(`As long as ${held}, repeat the following, at most ${times(node.max)}${counted}:`),
        ...inner(node.do, counter),
      ];
    }
    case 'try':
      return [item('Try this:'), ...inner(node.body), ...explainCatch(node, wording, inner, aside)];
    case 'call': {
      const values = Object.entries(node.with).map(
        ([name, { source }]) => `${phraseValue(source, wording)} as the ${name}`,
      );
      return [
        item(`Carry out the procedure ${code(node.procedure)}${values.length === 0 ? '' : ` with ${listed(values)}`}.`),
      ];
    }
  }
}

function loopWords({ list, variable, mode, unit, maxWords, while: goesOn }: ForEachNode, wording: Wording): string {
  const elements = wording.facts?.[list.source];
  const count = Array.isArray(elements) ? ` (${elements.length} in all)` : '';
  const order = {
    parallel: 'all at the same time, in parallel',
    sequential: 'one after another, never two at once',
    any: 'in any order',
  };
  const acts = {
    request: 'with a request of its own for each',
    call: 'with a tool call of its own for each',
    agent: 'with a subagent of its own for each',
    artifact: '',
  };
  const bound = maxWords === undefined ? '' : `each at most ${maxWords} words long`;
  const inOrder = `one after another in this order, as long as ${goesOn === undefined ? '' : phraseCondition(goesOn.source, wording)} (asked anew before each)`;
  const details = [goesOn === undefined ? order[mode] : inOrder, acts[unit], bound].filter((part) => part !== '');
  // A parameter of that name may tell how many there are; the list is the fact.
  const source = phraseValue(list.source, { ...wording, parameters: undefined });
  return `for each ${variable} in ${source}${count}, ${details.join(', ')}`;
}

function explainCatch(
  { on, retry, do: recovery, otherwise }: TryNode,
  wording: Wording,
  inner: (block: Block) => string[],
  aside: (text: string) => string,
): string[] {
  const fault = phraseEvent(on, wording);
  const where = retry?.where && phraseCondition(retry.where.source, { ...wording, event: true });
  const lines: string[] = [];
  if (retry) {
    const allowed = where === undefined ? '' : `, provided that ${where}`;
    const again = `try again, at most ${times(retry.max)} more${allowed}`;
    if (recovery.length === 0) lines.push(aside(`if ${fault}, ${again}`));
    else lines.push(aside(`if ${fault}, ${again}; before each new attempt:`), ...inner(recovery));
  }
  if (otherwise.length > 0) {
    const other = where === undefined ? '' : ', or fails in a way that must not be tried again';
    const when = retry === undefined ? `if ${fault}` : `if it still fails after that${other}`;
    lines.push(aside(`${when}, do this instead:`), ...inner(otherwise));
  }
  return lines;
}

function indent(depth: number): string {
  return '   '.repeat(depth);
}
