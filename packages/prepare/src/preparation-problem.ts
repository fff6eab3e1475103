import { canonicalTarget } from '@obey/process';
import { nearest, type PreparedTask, type Route, type Task } from '@obey/schema';
import { workspacePathProblem } from './workspace-path.js';
import { isAnswerHeader } from './world/answer-header.js';
import { routeKey } from './world/route-table.js';

/** Where a preparation is wrong, as a path such as `services.states.routes[3].answers[0]`, and what is wrong there. */
export interface PreparationProblem {
  readonly path: string;
  readonly message: string;
}

type Checked = Pick<PreparedTask, 'files' | 'facts'> & { services: Record<string, { routes: Route[] }> };

/** The first thing in a preparation that its schema cannot see: paths, names that the task declares, answers that can never come. */
export function preparationProblem(
  task: Task,
  preparation: Checked,
  stateful: readonly string[] = [],
): PreparationProblem | undefined {
  return firstOf(problems(task, preparation, stateful));
}

function* problems(
  task: Task,
  { files, services, facts }: Checked,
  stateful: readonly string[],
): Generator<PreparationProblem> {
  const paths = new Set(Object.keys(files));
  for (const path of paths) {
    const problem = workspacePathProblem(path);
    if (problem !== undefined) yield { path: `files[${JSON.stringify(path)}]`, message: problem };
    const folder = ancestors(path).find((name) => paths.has(name));
    if (folder !== undefined) yield { path: `files[${JSON.stringify(path)}]`, message: `\`${folder}\` is a file too` };
  }
  yield* declared('services', [...new Set([...Object.keys(services), ...stateful])], Object.keys(task.services));
  yield* declared('facts', Object.keys(facts), Object.keys(task.facts));
  const known = new Set(Object.values(services).flatMap(({ routes }) => routes.map(routeKey)));
  for (const [name, { routes }] of Object.entries(services)) {
    const seen = new Set<string>();
    for (const [index, route] of routes.entries()) {
      const path = `services.${name}.routes[${index}]`;
      if (seen.has(routeKey(route))) yield { path, message: `\`${routeKey(route)}\` is there twice` };
      seen.add(routeKey(route));
      yield* answerProblems(route, path, known);
    }
  }
}

function* declared(kind: string, given: string[], asked: string[]): Generator<PreparationProblem> {
  for (const name of given) {
    if (asked.includes(name)) continue;
    const close = nearest(name, asked);
    const hint = close === undefined ? '' : `; did you mean \`${close}\`?`;
    yield { path: `${kind}.${name}`, message: `is not declared under \`${kind}\` in task.yaml${hint}` };
  }
  for (const name of asked) {
    if (!given.includes(name)) yield { path: `${kind}.${name}`, message: 'is declared in task.yaml and missing here' };
  }
}

function* answerProblems(route: Route, path: string, known: Set<string>): Generator<PreparationProblem> {
  if (/[#\s]|\?$|\?.*\?/.test(route.path))
    yield { path: `${path}.path`, message: 'must be a path, with or without one query, and without spaces' };
  for (const [index, answer] of route.answers.entries()) {
    const at = `${path}.answers[${index}]`;
    const { nth, after } = answer.when ?? {};
    const last = index === route.answers.length - 1;
    const always = nth === undefined && after === undefined;
    if (last && !always)
      yield { path: at, message: 'is the last answer, so it must have no `when`: every call needs one' };
    if (!last && always) yield { path: at, message: 'has no `when`, so the answers behind it never come' };
    if (Array.isArray(nth) && nth[0] > nth[1])
      yield { path: `${at}.when.nth`, message: 'must go from the lesser to the greater' };
    if (after !== undefined && !known.has(canonicalTarget(after))) {
      const close = nearest(after, known);
      const hint = close === undefined ? 'expected `METHOD /path`' : `did you mean \`${close}\`?`;
      yield { path: `${at}.when.after`, message: `\`${after}\` is no route of this world; ${hint}` };
    }
    if (answer.status < 200) yield { path: `${at}.status`, message: 'must be 200 or above' };
    for (const [name, value] of Object.entries(answer.headers)) {
      if (!isAnswerHeader(name, value))
        yield { path: `${at}.headers[${JSON.stringify(name)}]`, message: 'is not a header that an answer may set' };
    }
  }
}

const ancestors = (path: string): string[] =>
  path.split('/').flatMap((_, index, parts) => (index === 0 ? [] : [parts.slice(0, index).join('/')]));

const firstOf = <T>(values: Iterable<T>): T | undefined => {
  for (const value of values) return value;
  return undefined;
};
