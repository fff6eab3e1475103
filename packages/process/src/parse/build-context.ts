import type { Expression, Position, Template } from '../ast.js';
import { analyzeExpression } from '../expression/analyze-expression.js';
import { createExpression } from '../expression/create-expression.js';
import { nameProblems } from '../expression/name-problems.js';
import { type CompiledPart, createTemplate } from '../template/create-template.js';
import { splitTemplate } from '../template/split-template.js';
import type { Frame } from './frame.js';
import type { Issue } from './issue.js';
import type { ProcessNames } from './process-names.js';
import type { YamlFile, YamlPath } from './yaml-file.js';

export interface ExpressionOptions {
  /** Where the source begins in the text at the path. */
  readonly offset?: number;
  /** Further names: an event's fields, an aggregate's `values`. They hide others. */
  readonly locals?: ReadonlySet<string>;
  /** What must be evaluable for every event, so that it has to lie in the compiled subset. */
  readonly compiled?: boolean;
  /** Whether it may use what steps yielded; true by default. */
  readonly steps?: boolean;
}

/** Builds the expressions and templates of one process and collects what is wrong with them. */
export class BuildContext {
  readonly issues: Issue[] = [];

  constructor(
    readonly yaml: YamlFile,
    readonly names: ProcessNames,
  ) {}

  at(path: YamlPath, key = false): Position {
    return this.yaml.placeOf(path, { key });
  }

  report(path: YamlPath, message: string, options: { hint?: string; offset?: number; key?: boolean } = {}): void {
    const { hint, offset, key } = options;
    const at = offset === undefined ? this.at(path, key === true) : this.yaml.placeInText(path, offset);
    this.issues.push({ message, at, ...(hint !== undefined && { hint }) });
  }

  /** The expression at a path; a stand-in where it is wrong, which is reported. */
  expression(source: string, path: YamlPath, frame: Frame, options: ExpressionOptions = {}): Expression {
    const { offset: start = 0, locals = new Set<string>(), compiled = false } = options;
    const at = this.yaml.placeInText(path, start);
    const inScope = (name: string) => locals.has(name) || this.names.kindOf(name, frame) !== undefined;
    const analysis = analyzeExpression(source, inScope);
    if (!('ast' in analysis)) {
      this.report(path, `\`${source}\` is no expression: ${analysis.message}`, { offset: start + analysis.offset });
      return standIn(source, at);
    }
    const known = new Set([...locals, ...this.names.inScope(frame)]);
    const problems = nameProblems(analysis, known).map(({ offset, ...rest }) => ({ ...rest, offset: start + offset }));
    for (const [name, [offset = 0]] of analysis.names) {
      const hidden = locals.has(name) ? this.names.kindOf(name, frame) : undefined;
      if (hidden !== undefined) {
        const message = `\`${name}\` means two things here: what is being looked at has it, and it is a ${hidden}`;
        problems.push({ message, hint: `give the ${hidden} another name`, offset: start + offset });
      }
      if (locals.has(name) || this.names.kindOf(name, frame) !== 'step') continue;
      const message =
        options.steps === false
          ? `\`${name}\` is a step, and what a step yields cannot stand here`
          : frame.available.has(name)
            ? undefined
            : `the step \`${name}\` cannot have a value yet where it is used`;
      if (message === undefined) continue;
      const hint = options.steps === false ? 'use loop variables, facts and parameters' : 'move the step before it';
      problems.push({ message, hint, offset: start + offset });
    }
    for (const { message, offset, hint } of problems)
      this.report(path, message, { offset, ...(hint !== undefined && { hint }) });
    if (problems.length > 0) return standIn(source, at);
    const isStep = (name: string) => !locals.has(name) && this.names.kindOf(name, frame) === 'step';
    const expression = createExpression(analysis, at, isStep);
    if (compiled && expression.evaluateSync === undefined) {
      const hint =
        'use paths, comparison, arithmetic, `and`, `or`, `in` and functions such as $abs, $exists, $count, $contains';
      this.report(path, `\`${source}\` is too much to be evaluated for every event`, { offset: start, hint });
    }
    return expression;
  }

  /** The template at a path; its holes may not use what steps yielded unless `options.steps` is true. */
  template(
    source: string,
    path: YamlPath,
    frame: Frame,
    options: { steps?: boolean; wildcard?: boolean; offset?: number } = {},
  ): Template {
    const { steps = false, wildcard = false, offset: start = 0 } = options;
    const at = this.yaml.placeInText(path, start);
    const split = splitTemplate(source);
    if (!Array.isArray(split)) {
      const hint = 'write `{{` and `}}` for braces as such';
      this.report(path, `\`${source}\` has ${split.message}`, { offset: start + split.offset, hint });
      return createTemplate({ source, at, parts: [source] });
    }
    const parts = split.map((part): CompiledPart => {
      if (part.type === 'text') return part.text;
      const expression = this.expression(part.source, path, frame, {
        offset: start + part.offset,
        steps,
        compiled: true,
      });
      const { evaluateSync = () => undefined } = expression;
      return { ...expression, evaluateSync };
    });
    return createTemplate({ source, at, parts, wildcard });
  }
}

function standIn(source: string, at: Position): Expression {
  return {
    source,
    at,
    names: new Set(),
    steps: new Set(),
    evaluateSync: () => undefined,
    evaluate: async () => undefined,
  };
}
