import type { Process, StepNode, Template } from '../ast.js';
import type { BuildContext } from './build-context.js';
import type { ProcessShape } from './process-shape.js';
import { allNodes, isStep } from './source-walk.js';

/** Reports a step that yields a path which another step yields with a proof, without asking for the proof itself. */
export function checkProvenPaths(process: Process, shape: ProcessShape, context: BuildContext): void {
  const proven = new Map<string, string>();
  for (const step of process.steps.values()) {
    if (step.proof && step.yields?.type === 'file') proven.set(resolved(step, step.yields.path), step.step);
  }
  for (const { node, path } of allNodes(shape)) {
    const step = isStep(node) ? process.steps.get(node.step) : undefined;
    if (step?.yields?.type !== 'file' || step.proof) continue;
    const other = proven.get(resolved(step, step.yields.path));
    if (other === undefined) continue;
    const hint = `give it the \`proof\` of \`${other}\``;
    context.report(
      [...path, 'yields'],
      `\`${step.yields.path.source}\` is proven by \`${other}\` and yielded here without proof`,
      { hint },
    );
  }
}

/** A template with its loop variables replaced by what they range over. */
function resolved({ variables }: StepNode, { source }: Template): string {
  return variables.reduce(
    (text, { name, kind }) => text.replaceAll(new RegExp(`(?<![\\w.$])\\$?${name}(?![\\w])`, 'g'), `<${kind}>`),
    source,
  );
}
