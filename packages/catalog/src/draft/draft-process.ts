import type { NodeSource, StepSource } from '@obey/schema';
import type { DraftNote, ProcessDraft } from './process-draft.js';
import { type ProseItem, proseItems } from './prose-items.js';
import { type LoopPlace, readAct } from './read-act.js';
import { nameOf, readCondition } from './read-condition.js';

type Where = 'guesses' | 'questions';
type Mode = 'parallel' | 'sequential' | 'any';

const eachStart =
  /^(?:for|in|on)\s+(?:each|every|all(?:\s+of)?)(?:\s+the)?\s+([a-z]+)\b(?:\s+(?:in|of|from)\s+(?:the\s+)?[`\w./-]+)?\s*[,:]?\s*(.*)$/i;
const eachInside = /\b(?:for\s+)?(?:each|every|all(?:\s+of)?\s+the)\s+([a-z]+)\b/i;
const parallel = /\b(?:in parallel|at the same time|at once|concurrently|simultaneously|side by side)\b/i;
const sequential = /\b(?:one after (?:another|the other)|one (?:at a time|by one)|in turn|sequentially)\b/i;
const conditionFirst = /^(?:and\s+)?(?:only\s+)?(if|unless|when)\s+(.+?)(?:\s*[,:]\s*(?:then\s+)?|\s+then\s+)(.*)$/i;
const conditionLast = /^(.+?),?\s+(?:but\s+)?(?:only\s+)?(if|unless)\s+(.+?)[.:]?$/i;
const failing =
  /^(?:but\s+)?(?:if|when)\s+(?:\w+\s+){0,4}?(?:fails?|errors?|breaks|is (?:down|unavailable)|(?:answers|responds) with an error|goes wrong)\b|^on (?:failure|an? error)\b/i;
const otherwise = /^(?:and\s+)?(?:otherwise|else)\b[,:]?\s*(.*)$/i;
const numbers: Readonly<Record<string, number>> = { once: 1, one: 1, twice: 2, two: 2, three: 3, four: 4, five: 5 };
const most =
  /\b(once|twice)\b|\b(?:at most|up to|no more than|maximum of|max(?:imum)?\.?)\s+(\d+|[a-z]+)|\b(\d+|two|three|four|five)\s+(?:more\s+)?(?:times|rounds|attempts)/i;

/**
 * Drafts a process from prose without a model: lists become steps, `for each` a loop, `if` a decision, `repeat … until` a
 * repeat, `if it fails` an error path, and paths, requests and commands become evidence. What was taken from which line is
 * among its guesses; what no line says, among its questions.
 */
export function draftProcess(prose: string): ProcessDraft {
  return new Drafter().draft(prose);
}

class Drafter {
  readonly #notes: Record<Where, DraftNote[]> = { guesses: [], questions: [] };
  readonly #names = new Set<string>();

  draft(prose: string): ProcessDraft {
    const nodes = this.#block(proseItems(prose), undefined);
    return { nodes, ...this.#notes };
  }

  #block(items: readonly ProseItem[], loop: LoopPlace | undefined): NodeSource[] {
    const nodes: NodeSource[] = [];
    for (const item of items) this.#add(nodes, item, loop);
    return nodes;
  }

  #add(nodes: NodeSource[], item: ProseItem, loop: LoopPlace | undefined): void {
    const [, instead] = otherwise.exec(item.text) ?? [];
    if (instead !== undefined && this.#attach(nodes, { ...item, text: instead }, loop)) return;
    if (failing.test(item.text) && this.#guard(nodes, item, loop)) return;
    const node =
      this.#loop(item, loop) ??
      this.#branches(item, loop) ??
      this.#repeat(nodes, item, loop) ??
      this.#decision(nodes, item, loop);
    if (node !== undefined) nodes.push(node);
    else nodes.push(...this.#steps(item, loop));
  }

  /** `Otherwise …` belongs to the decision or the error path before it. */
  #attach(nodes: NodeSource[], item: ProseItem, loop: LoopPlace | undefined): boolean {
    const last = nodes.at(-1);
    if (last === undefined || !('if' in last || 'try' in last)) return false;
    const block = this.#steps(item, loop);
    this.#note('guesses', item, 'what is done otherwise');
    if ('if' in last) nodes[nodes.length - 1] = { ...last, else: [...(last.else ?? []), ...block] };
    else {
      const rest = last.catch.otherwise ?? [];
      nodes[nodes.length - 1] = { ...last, catch: { ...last.catch, otherwise: [...rest, ...block] } };
    }
    return true;
  }

  /** `If it fails …` guards the request before it. */
  #guard(nodes: NodeSource[], item: ProseItem, loop: LoopPlace | undefined): boolean {
    const last = nodes.at(-1);
    const request = last !== undefined && 'step' in last ? requestOf(last) : undefined;
    if (last === undefined || request === undefined) {
      this.#note('questions', item, 'what fails? No request stands before it, so nothing was drafted');
      return true;
    }
    const max = this.#most(item.text) ?? (/\b(?:retry|try)\b/i.test(item.text) ? 3 : undefined);
    const after = /\b(?:otherwise|if it still fails|after that|then)\b,?\s*(.*)$/i.exec(item.text)?.[1];
    const rest = max === undefined ? item.text.replace(/^[^,:]*[,:]\s*/, '') : (after ?? '');
    const block = [
      ...(rest === '' ? [] : this.#steps({ ...item, text: rest, children: [] }, loop)),
      ...this.#block(item.children, loop),
    ];
    const retry = max === undefined ? {} : { retry: { max, where: 'status >= 500' } };
    this.#note(
      'guesses',
      item,
      `an error path of ${request}: ${max === undefined ? 'no retry' : `at most ${max} retries, of status 500 and above`}`,
    );
    nodes[nodes.length - 1] = {
      try: [last],
      catch: {
        on: { requested: request, where: 'status >= 400' },
        ...retry,
        ...(block.length === 0 ? {} : { otherwise: block }),
      },
    };
    return true;
  }

  #loop(item: ProseItem, loop: LoopPlace | undefined): NodeSource | undefined {
    const start = eachStart.exec(item.text);
    const noun = start?.[1] ?? eachInside.exec(item.text)?.[1];
    // One loop deep: what a nested list holds, prose hardly ever says.
    if (noun === undefined || loop !== undefined || conditionFirst.test(item.text)) return undefined;
    const variable = singular(noun.toLowerCase());
    const mode: Mode = parallel.test(item.text) ? 'parallel' : sequential.test(item.text) ? 'sequential' : 'any';
    const rest = (start === null ? item.text : (start[2] ?? '')).replace(parallel, '').replace(sequential, '');
    const body = [
      ...(this.#says(rest, item.children.length > 0)
        ? this.#block([{ ...item, text: rest, children: [] }], { variable })
        : []),
      ...this.#block(item.children, { variable }),
    ];
    const order = { parallel: 'in parallel', sequential: 'one after another', any: 'in any order' }[mode];
    this.#note('guesses', item, `a loop over the ${plural(variable)}, ${order}`);
    const nodes = body.length > 0 ? body : [this.#unsaid(item, { variable })];
    return { forEach: `${variable} in ${plural(variable)}`, ...(mode === 'any' ? {} : { mode }), do: nodes };
  }

  #branches(item: ProseItem, loop: LoopPlace | undefined): NodeSource | undefined {
    if (item.children.length < 2 || !parallel.test(item.text)) return undefined;
    this.#note('guesses', item, 'parts that are done at the same time');
    return { parallel: item.children.map((child) => this.#block([child], loop)) };
  }

  #repeat(nodes: NodeSource[], item: ProseItem, loop: LoopPlace | undefined): NodeSource | undefined {
    const asked = /\b(until|as long as|while)\b\s*([^,.;]*)/i.exec(item.text);
    if (asked === null && !/\brepeat\b/i.test(item.text)) return undefined;
    const max = this.#most(item.text);
    if (max === undefined) this.#note('questions', item, 'how often at most? The draft says 3 times');
    const measured = this.#measured(nodes, item, loop);
    const field = 'open';
    const text = item.text
      .replace(asked?.[0] ?? '', '')
      .replace(most, '')
      .replace(/\s*\b(?:times|rounds|attempts)\b|^repeat:?\s*$/gi, '');
    const done = this.#steps({ ...item, text, children: [] }, loop, { isNeeded: item.children.length === 0 });
    const own = [...done, ...this.#block(item.children, loop)];
    const paths = own.flatMap((node) => ('step' in node && 'wrote' in node.done ? [node.done.wrote] : []));
    const again: StepSource = {
      step: this.#name('lookAgain'),
      says: `Look again and write what is left to ${measured.path}.`,
      ...(paths.length === 0 ? {} : { reads: paths }),
      done: { wrote: measured.path },
      yields: measured.path,
    };
    this.#note(
      'guesses',
      item,
      `a repeat: as long as \`${measured.step}.${field}\` is above 0, at most ${max ?? 3} times`,
    );
    this.#note(
      'questions',
      item,
      `what tells that it is enough${asked === null ? '' : ` (“${asked[0].trim()}”)`}? The draft counts what is left in the field \`${field}\` of ${measured.path}`,
    );
    return { repeat: { while: `${measured.step}.${field} > 0`, max: max ?? 3, as: 'round' }, do: [...own, again] };
  }

  #decision(nodes: NodeSource[], item: ProseItem, loop: LoopPlace | undefined): NodeSource | undefined {
    const first = conditionFirst.exec(item.text);
    const last = first === null ? conditionLast.exec(item.text) : null;
    const [word, words, rest] = first === null ? [last?.[2], last?.[3], last?.[1]] : [first[1], first[2], first[3]];
    if (word === undefined || words === undefined) return undefined;
    const [then = '', other] = (rest ?? '').split(/[,;.]?\s*\b(?:otherwise|or else|else)\b,?\s*/i);
    const condition = readCondition(words, /unless/i.test(word));
    const measured = this.#measured(nodes, item, loop);
    const source = `${measured.step}.${condition.field} ${condition.test}`;
    this.#note('guesses', item, `a decision: \`${source}\``);
    if (!condition.isRead)
      this.#note(
        'questions',
        item,
        `what decides “${words}”? The draft asks for the field \`${condition.field}\` of ${measured.path}`,
      );
    if (loop === undefined)
      this.#note(
        'questions',
        item,
        'it is asked only once, so one instance never shows both sides: is it meant for each of something?',
      );
    const whenTrue = [
      ...(this.#says(then, item.children.length > 0) ? this.#steps({ ...item, text: then, children: [] }, loop) : []),
      ...this.#block(item.children, loop),
    ];
    return {
      if: source,
      // biome-ignore lint/suspicious/noThenProperty: the language's own word; its value is a list
      then: whenTrue.length > 0 ? whenTrue : [this.#unsaid(item, loop)],
      ...(other === undefined || other === ''
        ? {}
        : { else: this.#steps({ ...item, text: other, children: [] }, loop) }),
    };
  }

  /** The step before, whose JSON a condition can ask; where there is none, one that looks is put in. */
  #measured(nodes: NodeSource[], item: ProseItem, loop: LoopPlace | undefined): { step: string; path: string } {
    for (const node of nodes.toReversed()) {
      const steps = 'step' in node ? [node] : 'try' in node ? node.try : [];
      for (const step of steps.toReversed()) {
        if ('step' in step && step.yields?.endsWith('.json') === true) return { step: step.step, path: step.yields };
      }
    }
    const step = this.#name('look');
    const path = loop === undefined ? `work/${step}.json` : `work/${step}/{${loop.variable}.id}.json`;
    const what = loop === undefined ? 'what there is' : `the ${loop.variable}`;
    nodes.push({
      step,
      says: `Look at ${what} and write what was found to ${path}.`,
      done: { wrote: path },
      yields: path,
    });
    this.#note('guesses', item, `a step \`${step}\` before it, which writes down what is decided on to ${path}`);
    return { step, path };
  }

  #steps(item: ProseItem, loop: LoopPlace | undefined, { isNeeded = true } = {}): NodeSource[] {
    const act = readAct(item.text, loop);
    const inner = this.#block(item.children, loop);
    if (act === undefined) return inner.length > 0 || !isNeeded ? inner : [this.#unsaid(item, loop)];
    const step = this.#name(nameOf(item.text) || 'step');
    this.#note('guesses', item, `step \`${step}\`: ${act.read.join(', ')}`);
    const isRecord = loop !== undefined && act.evidence.started !== undefined && act.evidence.yields !== undefined;
    if (isRecord) this.#note('guesses', item, 'each answer shows a `reference`, which only reading it gives away');
    const proof = isRecord ? { proof: { token: 'reference' } } : {};
    return [{ step, says: sentence(item.text, loop), ...act.evidence, ...proof }, ...inner];
  }

  /** A step of which the prose does not say what it leaves. */
  #unsaid(item: ProseItem, loop: LoopPlace | undefined): StepSource {
    const step = this.#name(nameOf(item.text) || 'step');
    const path = loop === undefined ? `work/${step}.md` : `work/${step}/{${loop.variable}.id}.md`;
    this.#note('questions', item, `what does it leave? The draft of step \`${step}\` lets it write ${path}`);
    return { step, says: `${sentence(item.text, loop)} Write what came of it to ${path}.`, done: { wrote: path } };
  }

  /** Whether words are left that ask for something; beside children, only what leaves evidence does. */
  #says(text: string, hasChildren: boolean): boolean {
    return hasChildren ? readAct(text, undefined) !== undefined : /[a-z]{3}/i.test(text);
  }

  #most(text: string): number | undefined {
    const found = most.exec(text);
    const word = (found?.[1] ?? found?.[2] ?? found?.[3])?.toLowerCase();
    return word === undefined ? undefined : (numbers[word] ?? (Number(word) || undefined));
  }

  #name(wanted: string): string {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? wanted : `${wanted}${count}`;
      if (this.#names.has(name)) continue;
      this.#names.add(name);
      return name;
    }
  }

  #note(where: Where, { line, text }: ProseItem, says: string): void {
    this.#notes[where].push({ line, text, says });
  }
}

function requestOf({ started, done }: StepSource): string | undefined {
  const asked = [started, done].find((matcher) => matcher !== undefined && 'requested' in matcher);
  return asked !== undefined && 'requested' in asked ? asked.requested : undefined;
}

const singular = (noun: string): string =>
  noun
    .replace(/(?<=[^aeiou])ies$/, 'y')
    .replace(/(?<=(?:s|x|z|ch|sh))es$/, '')
    .replace(/(?<=[^su])s$/, '');

const plural = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? noun.replace(/y$/, 'ies') : /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;

/** Braces in prose are no holes; what stands in angle brackets is the id of the item at hand. */
function sentence(text: string, loop: LoopPlace | undefined): string {
  const plain = text
    .replaceAll(/[{}`]/g, '')
    .replaceAll(/<[^>]*>/g, loop === undefined ? '' : `{${loop.variable}.id}`)
    .replaceAll(/\s+(?=[,.;:])|[\s,;]+(?=\.?$)/g, '')
    .trim();
  const start = plain.charAt(0).toUpperCase() + plain.slice(1);
  return /[.!?:]$/.test(start) ? start.replace(/:$/, '.') : `${start}.`;
}
