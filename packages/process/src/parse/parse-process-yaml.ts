import type { Procedure, Process, StepNode } from '../ast.js';
import { everyNode } from '../tree/walk-nodes.js';
import { stepsAvailable } from './availability.js';
import { type Building, buildBlock } from './build-block.js';
import { BuildContext } from './build-context.js';
import { checkNames } from './check-names.js';
import { checkProvenPaths } from './check-proven-paths.js';
import { checkRecursion } from './check-recursion.js';
import type { Frame } from './frame.js';
import { InputError } from './input-error.js';
import { kindOf, parameterKinds } from './parameter-kinds.js';
import { ProcessNames } from './process-names.js';
import { blockShapeIssues, type ProcessShape, procedureShapeIssues } from './process-shape.js';
import { allNodes, isStep } from './source-walk.js';
import { readYamlFile, type YamlFile } from './yaml-file.js';

export interface ParseProcessOptions {
  /** The file's name in errors. */
  readonly file?: string;
  /** What the process may name, with the field that identifies an element of each; those of the same file by default. */
  readonly facts?: Readonly<Record<string, { readonly key?: string | undefined }>>;
  /** Names of the task's parameters; those of the same file by default. */
  readonly parameters?: readonly string[];
  /** Names of the task's services; those of the same file by default. */
  readonly services?: readonly string[];
}

/**
 * Parses and checks a process: the `process:` and `procedures:` of a task.yaml or of a file of their own, or a list of
 * nodes alone.
 *
 * @throws InputError `process-invalid`, an ObeyError whose `issues` list everything wrong with line, column and suggestion
 */
export function parseProcessYaml(text: string, options: ParseProcessOptions = {}): Process {
  const yaml = withProcessKey(readYamlFile(text));
  if (yaml.issues.length > 0) throw new InputError('process-invalid', yaml.issues, options.file);
  const shape = checkedShape(yaml, options.file);
  const context = new BuildContext(yaml, processNames(yaml.value, shape, options));
  checkNames(shape, context);
  checkRecursion(shape, context);
  const process = build(shape, context);
  checkProvenPaths(process, shape, context);
  if (context.issues.length > 0) throw new InputError('process-invalid', context.issues, options.file);
  return process;
}

/** A list of nodes alone is read as the `process:` of a file. */
function withProcessKey(yaml: YamlFile): YamlFile {
  if (!Array.isArray(yaml.value)) return yaml;
  return {
    ...yaml,
    value: { process: yaml.value },
    placeOf: ([, ...path], options) => yaml.placeOf(path, options),
    placeInText: ([, ...path], offset) => yaml.placeInText(path, offset),
  };
}

function checkedShape({ value, placeOf }: YamlFile, file: string | undefined): ProcessShape {
  const process = field(value, 'process');
  const procedures = field(value, 'procedures');
  const shapeIssues = [...blockShapeIssues(process, ['process']), ...procedureShapeIssues(procedures, ['procedures'])];
  if (shapeIssues.length > 0) {
    const issues = shapeIssues.map(({ path, message, hint, key }) => ({
      message,
      at: placeOf(path, { key: key === true }),
      ...(hint !== undefined && { hint }),
    }));
    throw new InputError('process-invalid', issues, file);
  }
  // The checks above are the schema's own, node by node.
  return { process, procedures: procedures ?? {} } as ProcessShape;
}

function processNames(value: unknown, shape: ProcessShape, options: ParseProcessOptions): ProcessNames {
  const facts = options.facts ?? entriesOf(field(value, 'facts'));
  const services =
    options.services ??
    (field(value, 'services') === undefined ? undefined : Object.keys(entriesOf(field(value, 'services'))));
  const steps = [...allNodes(shape)].flatMap(({ node }) => (isStep(node) ? [node.step] : []));
  return new ProcessNames(
    new Map(Object.entries(facts)),
    new Set(options.parameters ?? Object.keys(entriesOf(field(value, 'parameters')))),
    new Set(steps),
    new Map(Object.entries(shape.procedures).map(([name, { params }]) => [name, params])),
    services && new Set(services),
  );
}

function build(shape: ProcessShape, context: BuildContext): Process {
  const counts = new Map<string, number>();
  const building: Building = {
    context,
    available: stepsAvailable(shape),
    nextId: (prefix, type) => {
      const name = `${prefix}${type}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return `${name}#${count}`;
    },
  };
  const kinds = parameterKinds(shape);
  const frame: Frame = { prefix: '', variables: [], counters: [], available: new Set(), conditions: [], cycles: 1 };
  const nodes = buildBlock(shape.process, ['process'], frame, building);
  const procedures = new Map<string, Procedure>();
  for (const [name, source] of Object.entries(shape.procedures)) {
    const params = source.params.map((param) => ({ name: param, kind: kindOf(kinds, name, param) }));
    const inner = { ...frame, prefix: `${name}.`, variables: params };
    procedures.set(name, { name, params, do: buildBlock(source.do, ['procedures', name, 'do'], inner, building) });
  }
  const steps = new Map<string, StepNode>();
  for (const node of everyNode({ nodes, procedures })) if (node.type === 'step') steps.set(node.step, node);
  return { nodes, procedures, steps };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function entriesOf(value: unknown): Readonly<Record<string, { key?: string }>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => {
      const key = field(entry, 'key');
      return [name, typeof key === 'string' ? { key } : {}];
    }),
  );
}
