import type { Prepare, Random } from '@obey/prepare';
import type { Answer } from '@obey/schema';
import { type FieldKind, instance } from './plan.js';

type AnswerInput = Partial<Answer>;
type Value = number | boolean;

interface Element {
  readonly id: string;
  readonly values: Record<string, Value>;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** On both sides of what is asked in turn; the first one exactly on the bound. */
function drawn(field: FieldKind, index: number, order: number, random: Random): Value {
  const isOver = ((index >> order) & 1) === 1;
  if (field.kind === 'truth') return isOver;
  if (field.kind === 'rounds') return index % (field.most + 2);
  if (index === 0) return field.bound;
  const step = random.integer(1, 9);
  if (Number.isInteger(field.bound)) return isOver ? field.bound + step : field.bound - step;
  return Number((field.bound * (isOver ? 1 + step / 10 : 1 - step / 10)).toFixed(6));
}

const valuesOf = (fields: Readonly<Record<string, FieldKind>>, index: number, random: Random): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field], order) => [name, drawn(field, index, order, random.fork(name))]),
  );

const busy = (fault: string): AnswerInput => ({ status: 503, body: '{"error":"busy"}\n', fault });

/**
 * Drafted: invents elements for every list, with values on both sides of what the process decides on, a route for every
 * request, and a fault for every outcome of an error path. Pure; replace it by what the task is about.
 */
export const prepare: Prepare<{ items: number }> = ({ parameters, random, token }) => {
  const files: Record<string, string> = {};
  const facts: Record<string, { id: string }[]> = {};
  const planted: Record<string, string[]> = {};
  const elements: Record<string, Element[]> = {};
  for (const [list, { file, fields, fails }] of Object.entries(instance.lists)) {
    const ids = Array.from(
      { length: parameters.items },
      (_, index) => `${list.slice(0, 3).toLowerCase()}${index + 101}`,
    );
    const order = random.fork(list).shuffle(ids);
    const faulty = fails === null ? [] : order.slice(0, 3);
    const rest = order.slice(faulty.length);
    elements[list] = ids.map((id) => ({
      id,
      values: valuesOf(fields, Math.max(0, rest.indexOf(id)), random.fork(list, id)),
    }));
    facts[list] = ids.map((id) => ({ id }));
    for (const [index, name] of ['recovers', 'failing', 'gone'].entries()) {
      planted[`${list}-${name}`] = faulty.slice(index, index + 1);
    }
    planted[`${list}-boundary`] = rest.slice(0, 1);
    const isServed = instance.routes.some((route) => route.list === list);
    files[file] = json((elements[list] ?? []).map(({ id, values }) => (isServed ? { id } : { id, ...values })));
  }
  const single = valuesOf(instance.single, 1, random.fork('single'));
  if (Object.keys(single).length > 0 || (instance.files.length === 0 && Object.keys(facts).length === 0)) {
    files['input/case.json'] = json({ number: random.fork('case').integer(1, 99_999), ...single });
  }
  for (const [index, name] of instance.files.entries()) {
    files[name] ??= name.endsWith('.json')
      ? json({ number: random.fork('files', index).integer(1, 999) })
      : `Text ${random.fork('files', index).integer(1, 99_999)}.\n`;
  }
  if (instance.commands.some((command) => /^(npm|npx|pnpm|yarn) /.test(command))) {
    const scripts = instance.commands.flatMap((command) => /^\w+ (?:run )?(\w+)/.exec(command)?.[1] ?? []);
    files['package.json'] = json({
      private: true,
      scripts: Object.fromEntries(scripts.map((name) => [name, 'node -e 0'])),
    });
  }
  const routes = instance.routes.flatMap(({ method, path, list, fields }) => {
    if (list === null) return [{ method, path, answers: [{ body: json({ ...single }) }] }];
    return (elements[list] ?? []).map(({ id, values }) => {
      const shown = Object.fromEntries(fields.map((name) => [name, values[name] ?? 0]));
      const found = {
        body: json({ id, ...shown, reference: token(id) }),
        proof: { item: id, token: token(id), fields: shown },
      };
      return { method, path: path.replaceAll('{id}', id), answers: answersTo(list, id, found) };
    });
  });
  return { files, facts: { ...facts, planted }, ...(routes.length === 0 ? {} : { services: { world: { routes } } }) };

  function answersTo(list: string, id: string, found: AnswerInput): AnswerInput[] {
    const retries = instance.lists[list]?.fails ?? 0;
    if (planted[`${list}-recovers`]?.includes(id) && retries > 0) {
      return [{ ...busy('busy-at-first'), when: { nth: [1, retries] } }, found];
    }
    if (planted[`${list}-failing`]?.includes(id)) return [busy('busy-for-ever')];
    if (planted[`${list}-gone`]?.includes(id)) return [{ status: 404, body: '{"error":"gone"}\n', fault: 'gone' }];
    return [found];
  }
};
