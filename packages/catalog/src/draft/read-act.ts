import type { MatcherSource, StepSource } from '@obey/schema';

/** What one sentence asks for, as evidence; `read` says in words what was taken from it. */
export interface Act {
  readonly evidence: Pick<StepSource, 'started' | 'done' | 'reads' | 'yields'>;
  readonly read: readonly string[];
}

/** The loop that a sentence stands in. */
export interface LoopPlace {
  readonly variable: string;
}

const path = '`?((?:[\\w.<>{}:-]+/)*[\\w<>{}:-]+\\.[a-z]{1,5}|(?:[\\w.<>{}:-]+/)+[\\w<>{}.:-]+)`?';
const wrote = new RegExp(
  `\\b(?:write|save|store|put|record|log|note|create|produce|append|export)s?\\b[^.;]*?\\b(?:to|in|into|as|at|file)\\s+${path}|\\b(?:write|create|produce|save)s?\\s+(?:the\\s+|a\\s+)?${path}`,
  'i',
);
const reading = new RegExp(`\\b(?:read|open|load|look at|take)s?\\b[^.;]*?(?:\\s|^)${path}`, 'i');
const also = new RegExp(`^\\s*(?:,|and)\\s+${path}`, 'i');
const method = /\b(GET|POST|PUT|PATCH|DELETE)\s+`?(\/[^\s`,;)]*[^\s`,;).])/;
const fetched = /\b(?:fetch|request|call|get|query|ask)s?\b[^.;]*?(?:\s|`)(\/[\w<>{}:/.-]*[\w<>{}])/i;
const command = /\b(?:run|execute|invoke)s?\b[^`]*`([^`]+)`/i;

/** What a sentence asks for; undefined where it names nothing that leaves evidence. */
export function readAct(text: string, loop: LoopPlace | undefined): Act | undefined {
  const read: string[] = [];
  const own = (found: string): string => withHoles(found, loop, read);
  const [, verb, route] = method.exec(text) ?? [];
  const fetchedRoute = route ?? fetched.exec(text)?.[1];
  const request: MatcherSource | undefined =
    fetchedRoute === undefined ? undefined : { requested: `${verb ?? 'GET'} ${own(fetchedRoute)}` };
  const [, to, direct] = wrote.exec(text) ?? [];
  const written = to ?? direct;
  const inputs = readPaths(text).filter((found) => found !== written && found !== fetchedRoute);
  const ran = command.exec(text)?.[1];
  if (request !== undefined && 'requested' in request) read.push(`asks for ${request.requested}`);
  if (inputs.length > 0) read.push(`reads ${inputs.map(own).join(' and ')}`);
  if (ran !== undefined) read.push(`runs \`${ran}\``);
  if (written !== undefined) {
    const target = own(written);
    read.push(`writes ${target}`);
    return {
      evidence: {
        ...(request === undefined ? {} : { started: request }),
        done: { wrote: target },
        ...(target.endsWith('.json') ? { yields: target } : {}),
        ...(inputs.length === 0 ? {} : { reads: inputs.map(own) }),
      },
      read,
    };
  }
  if (request !== undefined) return { evidence: { done: request, yields: 'response.body' }, read };
  if (ran !== undefined) return { evidence: { done: { ran } }, read };
  const [first] = inputs;
  return first === undefined ? undefined : { evidence: { done: { read: own(first) } }, read };
}

function readPaths(text: string): string[] {
  const first = reading.exec(text);
  if (first === null) return [];
  const found = [first[1] ?? ''];
  let rest = text.slice(first.index + first[0].length);
  for (let next = also.exec(rest); next !== null; next = also.exec(rest)) {
    found.push(next[1] ?? '');
    rest = rest.slice(next[0].length);
  }
  return found;
}

/** `<slug>`, `:id` and `{name}` become the id of the item at hand; in a loop, a path without one is given it. */
function withHoles(found: string, loop: LoopPlace | undefined, read: string[]): string {
  if (loop === undefined) return found.replaceAll(/[<>{}]/g, '');
  const hole = `{${loop.variable}.id}`;
  const filled = found.replaceAll(/<[^>]*>|\{[^}]*\}|(?<=\/):\w+/g, hole);
  if (filled.includes(hole) || /^(?:\.\/)?input\//.test(found)) return filled;
  read.push(`gives ${found} the id of each ${loop.variable}`);
  return /\.[a-z]{1,5}$/.test(filled) ? filled.replace(/(\.[a-z]{1,5})$/, `-${hole}$1`) : `${filled}/${hole}`;
}
