import { suggestion } from '../suggest.js';
import type { ExpressionAnalysis } from './analyze-expression.js';
import { knownFunctions, refusedFunctions } from './functions.js';

export interface NameProblem {
  readonly message: string;
  readonly hint?: string;
  readonly offset: number;
}

/** What is wrong with an expression's names and functions; `known` is everything in scope, undefined to allow any name. */
export function nameProblems(analysis: ExpressionAnalysis, known: ReadonlySet<string> | undefined): NameProblem[] {
  const problems: NameProblem[] = [...analysis.problems];
  for (const [name, [offset = 0]] of analysis.functions) {
    if (refusedFunctions.has(name)) {
      const message = `\`$${name}\` is refused: a process must mean the same whenever it is read`;
      problems.push({ message, hint: 'name a fact or what a step yielded', offset });
    } else if (!knownFunctions.has(name)) {
      problems.push({ message: `unknown function \`$${name}\``, ...suggestion(name, knownFunctions, '$'), offset });
    }
  }
  for (const [name, [offset = 0]] of analysis.names) {
    if (known === undefined || known.has(name)) continue;
    problems.push({ message: `unknown name \`${name}\``, hint: nameHint(name, known), offset });
  }
  return problems.sort((a, b) => a.offset - b.offset);
}

const few = 12;

function nameHint(name: string, known: ReadonlySet<string>): string {
  const near = suggestion(name, known).hint;
  if (near !== undefined) return near;
  if (known.size === 0) return 'declare it under `facts:`';
  return known.size > few ? 'declare it under `facts:`' : `known here: ${[...known].join(', ')}`;
}
