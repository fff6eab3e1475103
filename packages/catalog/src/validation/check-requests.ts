import { requestRoutes } from '@obey/prepare';
import { itemKey, type Matcher, type RequestMatcher } from '@obey/process';
import type { Findings } from './findings.js';
import { type Instance, mayMeetState } from './instance.js';

/** Every request that a step asks for has a route, and where it asks for proof, an answer that carries that item’s. */
export function checkRequests({ nodes, prepared, stateful }: Instance, findings: Findings): void {
  for (const { node, item, names } of nodes) {
    if (node.type !== 'step') continue;
    const key = itemKey(item);
    const asked = [node.started, node.done].map((matcher) => (matcher === undefined ? [] : requestsOf(matcher)));
    for (const [first, ...others] of asked) {
      if (first === undefined || [first, ...others].some((matcher) => mayMeetState(matcher, stateful))) continue;
      const served = [first, ...others].some((matcher) => requestRoutes(matcher, names, prepared).length > 0);
      if (served) continue;
      findings.error(
        node,
        `the step \`${node.step}\` asks for what the world does not serve`,
        `${first.method} ${first.path.fill(names)} needs a route in prepare.ts; its answer may have status 404`,
      );
    }
    if (node.proof === undefined) continue;
    // A collective page that is taken in place of the items' own proves nothing of one.
    const all = asked.flat();
    const ofItem = all.filter((matcher) => matcher.path.holes.length > 0);
    const answers = (ofItem.length > 0 ? ofItem : all)
      .flatMap((matcher) => requestRoutes(matcher, names, prepared))
      .flatMap(({ route }) => route.answers)
      .filter(({ status }) => status < 400);
    const own = answers.flatMap(({ proof }) => proof ?? []).filter(({ item: of }) => of === key);
    if (answers.length > 0 && !own.some(({ token }) => token !== undefined)) {
      findings.error(
        node,
        `no answer to the step \`${node.step}\` carries the proof of its item`,
        `one needs \`proof: { item: '${key}', token: … }\``,
      );
    }
    for (const field of node.proof.fields) {
      if (own.length === 0 || own.some(({ fields }) => Object.hasOwn(fields, field))) continue;
      const message = `the proof of the step \`${node.step}\` does not say what \`${field}\` is served`;
      findings.error(node, message, `add it to the \`fields\` of the answer's proof`);
    }
  }
}

function requestsOf(matcher: Matcher): RequestMatcher[] {
  if (matcher.type === 'requested') return [matcher];
  return matcher.type === 'anyOf' || matcher.type === 'allOf' ? matcher.of.flatMap(requestsOf) : [];
}
