import { drawIdentifiers, drawPeople, jsonText, type Prepare } from '@obey/prepare';
import type { Answer } from '@obey/schema';
import { type Case, drawCase, planRoles, roles } from './draw-case.js';
import { questions } from './questions.js';

type AnswerInput = Partial<Answer>;

export const prepare: Prepare<{ patients: number; urgent: number; low: number }> = ({ parameters, random, token }) => {
  const people = drawPeople(random.fork('people'), parameters.patients);
  const ids = random.fork('order').shuffle(drawIdentifiers(random.fork('ids'), 'p###', parameters.patients));
  const patients = people.map(({ name }, index) => ({ id: ids[index] ?? '', name }));
  const plans = planRoles(random.fork('roles'), ids, parameters);
  const cases = patients.map(({ id }) => ({
    id,
    role: plans.get(id)?.role ?? 'well',
    found: drawCase(random.fork('case', id), plans.get(id) ?? { role: 'well', turn: 0 }),
  }));
  const post = (path: string, body: unknown) => ({
    method: 'POST' as const,
    path,
    answers: [{ status: 201, body: JSON.stringify(body) }],
  });
  return {
    files: { 'input/waiting-room.json': jsonText({ patients, questions }) },
    services: {
      ward: {
        routes: cases.flatMap(({ id, found }) => [
          ...questions.map((question) => ({
            path: `/patients/${id}/questions/${question.id}`,
            answers: [shown(`${id}/${question.id}`, { answer: found.yes.includes(question.id) ? 'yes' : 'no' }, token)],
          })),
          { path: `/patients/${id}/saturation`, answers: saturations(id, found, token) },
          post(`/patients/${id}/oxygen`, { minutes: 15 }),
          post(`/patients/${id}/team`, { team: 'on its way', call: random.fork('call', id).integer(1_000, 9_999) }),
        ]),
      },
    },
    facts: {
      patients,
      questions,
      cases: Object.fromEntries(cases.map(({ id, found }) => [id, { ...found, yes: [...found.yes] }])),
      planted: Object.fromEntries(
        roles
          .filter((role) => role !== 'well')
          .map((role) => [role, cases.filter((one) => one.role === role).map(({ id }) => id)]),
      ),
    },
  };
};

function shown(item: string, fields: Record<string, string | number>, token: (item: string) => string): AnswerInput {
  const reference = token(item);
  return { body: JSON.stringify({ ...fields, reference }), proof: { item, token: reference, fields } };
}

/** From the oxygen on, what it has come to. */
function saturations(id: string, { first, later }: Case, token: (item: string) => string): AnswerInput[] {
  const before = shown(id, { saturation: first }, token);
  if (later === first) return [before];
  return [{ ...shown(id, { saturation: later }, token), when: { after: `POST /patients/${id}/oxygen` } }, before];
}
