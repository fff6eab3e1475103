// The tree

export type {
  Aggregate,
  Binding,
  Block,
  CallMatcher,
  CallNode,
  DelegateMatcher,
  Expression,
  ForEachNode,
  Granularity,
  IfNode,
  Item,
  Matcher,
  Mode,
  Node,
  ParallelNode,
  PathMatcher,
  Position,
  Procedure,
  Process,
  Proof,
  RepeatNode,
  ReplyMatcher,
  RequestMatcher,
  RunMatcher,
  Scope,
  SimpleMatcher,
  StepNode,
  Template,
  TryNode,
  Variable,
  Yields,
} from './ast.js';

// How a task is solved: abilities and handlers

export type {
  Abilities,
  Branch,
  CommandResult,
  FetchRequest,
  FetchResponse,
  Handler,
  HandlerContext,
  Handlers,
} from './abilities.js';

// Parse and check: YAML in, one checked tree out

export { type ParseExpressionOptions, parseExpression } from './expression/parse-expression.js';
export { median, modes } from './expression/statistics.js';
export { eventFields } from './parse/event-fields.js';
export { InputError } from './parse/input-error.js';
export type { Issue } from './parse/issue.js';
export { parseProcess } from './parse/parse-process.js';
export { type ParseProcessOptions, parseProcessYaml } from './parse/parse-process-yaml.js';
export { type ParseYamlOptions, parseYaml } from './parse/parse-yaml.js';
export { readYamlFile, type YamlFile, type YamlPath } from './parse/yaml-file.js';

// Explain: prose, and what is known of a process before it runs

export { type Construct, constructNames, constructs } from './explain/constructs.js';
export { type DiagramOptions, diagramProcess } from './explain/diagram-process.js';
export { dimensionsOf } from './explain/dimensions-of.js';
export { type ExplainOptions, explainProcess } from './explain/explain-process.js';
export { missingVocabulary, processVocabulary, type VocabularyEntry } from './explain/vocabulary.js';

// Execute: the reference agent

export type { Attack } from './execute/attack.js';
export { attackNamed, attacks } from './execute/attacks.js';
export type { Deviation } from './execute/deviation.js';
export { applicableDeviations, deviationNamed, deviations } from './execute/deviations.js';
export { type ExecuteOptions, executeProcess } from './execute/execute-process.js';
export { processAfter } from './execute/process-from.js';
export { applicableVariants, variants } from './execute/variants.js';
export type { Departure } from './execute/walk.js';

// Items: loop values and what steps yielded for them

export { type AggregateInput, aggregateInputs } from './items/aggregate-inputs.js';
export { itemKey } from './items/item-key.js';
export { loopBindings } from './items/loop-bindings.js';

// Requests: what a path with a query asks for

export { canonicalTarget, captureTarget, isTarget, type RequestTarget, splitTarget } from './template/request-query.js';

// Replay: what was due, what was seen, and every difference

export type {
  FinalValue,
  Observable,
  Replay,
  ReplayContext,
} from './replay/replay-context.js';
export { replayProcess } from './replay/replay-process.js';
