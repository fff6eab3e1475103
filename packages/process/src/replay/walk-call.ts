import { ObeyError } from '@obey/schema';
import type { Binding, CallNode, ForEachNode } from '../ast.js';
import { loopBindings } from '../items/loop-bindings.js';
import { deepestCall, passedOn } from './passed-on.js';
import type { Frame, ReplayRun, Span } from './replay-run.js';
import { operandsOf, scopeAt } from './scoping.js';
import { emitUnreached } from './unreached.js';

/** A procedure runs with its arguments as its item. @throws ObeyError `process-invalid` beyond 500 calls deep */
export async function walkCall(run: ReplayRun, node: CallNode, frame: Frame): Promise<Span> {
  const procedure = run.process.procedures.get(node.procedure);
  if (procedure === undefined)
    throw new ObeyError('process-invalid', `unknown procedure \`${node.procedure}\``, { at: node.at });
  if (run.depth >= deepestCall) {
    throw new ObeyError('process-invalid', `\`${node.procedure}\` calls itself more than ${deepestCall} deep`, {
      at: node.at,
      hint: 'recursion must descend over data that ends',
    });
  }
  const item: Binding[] = [];
  for (const { name, kind } of procedure.params) {
    const expression = node.with[name];
    if (expression === undefined) continue;
    const known = passedOn(expression.source, frame);
    const value = known?.value ?? (await run.evaluate(expression, scopeAt(run, expression, frame, undefined)));
    if (value === undefined || value === null) {
      const step = [...expression.steps][0] ?? '';
      return emitUnreached(run, node, frame, { step, item: operandsOf(run, step, frame.item)[0]?.key ?? '' });
    }
    const [binding] = loopBindings(parameterNode(name, kind, node), [value]);
    if (binding !== undefined) item.push(known === undefined ? binding : { ...binding, key: known.key });
  }
  run.instances.declare(item);
  run.depth += 1;
  try {
    return await run.walk(procedure.do, run.frameFor(frame, item));
  } finally {
    run.depth -= 1;
  }
}

function parameterNode(
  variable: string,
  kind: string,
  { at }: CallNode,
): Pick<ForEachNode, 'variable' | 'kind' | 'at'> {
  return { variable, kind, at };
}
