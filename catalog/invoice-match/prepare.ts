import { drawIdentifiers, drawPeople, jsonText, type Prepare } from '@obey/prepare';
import type { Answer } from '@obey/schema';
import { type Documents, drawDocuments } from './draw-documents.js';
import { planRoles, type Role, roles } from './plan-roles.js';

type AnswerInput = Partial<Answer>;

const forms = ['& Sons', 'Ltd', 'GmbH', 'Works', 'Supply', 'Partners'];

export const prepare: Prepare<{ invoices: number; off: number; large: number; recovering: number }> = ({
  parameters,
  random,
  token,
}) => {
  const count = parameters.invoices;
  const ids = drawIdentifiers(random.fork('ids'), 'INV-#####', count);
  const orders = random.fork('orders').shuffle(drawIdentifiers(random.fork('numbers'), 'PO-#####', count));
  const owners = drawPeople(random.fork('owners'), count);
  const draw = random.fork('forms');
  const invoices = ids.map((id, index) => ({
    id,
    supplier: `${owners[index]?.lastName} ${draw.pick(forms)}`,
    order: orders[index] ?? '',
  }));
  const plan = planRoles(random.fork('roles'), ids, parameters);
  const roleOf = (id: string): Role => plan.get(id) ?? 'plain';
  const recovering = ids.filter((id) => roleOf(id) === 'recovering');
  const papers = invoices.map((invoice) => ({
    ...invoice,
    documents: drawDocuments(random.fork('documents', invoice.id), roleOf(invoice.id)),
  }));
  const serialOf = (id: string) => random.fork('entry', id).integer(100_000, 999_999);
  const post = (path: string, answers: AnswerInput[]) => ({ method: 'POST' as const, path, answers });
  const person = drawPeople(random.fork('approvers'), 2);
  return {
    files: { 'input/invoices.json': jsonText(invoices) },
    services: {
      books: {
        routes: papers.flatMap(({ id, order, supplier, documents }) => [
          { path: `/orders/${order}`, answers: [orderPage(order, supplier, documents)] },
          {
            path: `/receipts/${order}`,
            answers: [{ body: JSON.stringify({ order, quantity: documents.received }) }],
          },
          { path: `/invoices/${id}`, answers: [invoicePage(id, order, supplier, documents, token(id))] },
          post(`/ledger/receipts/${order}`, [{ status: 201, body: JSON.stringify({ entry: serialOf(order) }) }]),
          post(`/ledger/invoices/${id}`, [{ status: 201, body: JSON.stringify({ entry: serialOf(id) }) }]),
        ]),
      },
      approvals: {
        routes: ids.flatMap((id) => [
          post(`/invoices/${id}/controller`, approvalsOf(roleOf(id), recovering.indexOf(id), person[0]?.name ?? '')),
          post(`/invoices/${id}/treasurer`, [approval(person[1]?.name ?? '')]),
        ]),
      },
    },
    facts: {
      invoices,
      documents: Object.fromEntries(
        papers.map(({ id, documents: { amount, unitPrice, received } }) => [
          id,
          { amount, expected: unitPrice * received, entry: serialOf(id), role: roleOf(id) },
        ]),
      ),
      planted: Object.fromEntries(
        roles.filter((role) => role !== 'plain').map((role) => [role, ids.filter((id) => roleOf(id) === role)]),
      ),
    },
  };
};

function orderPage(order: string, supplier: string, { unitPrice, ordered }: Documents): AnswerInput {
  return { body: JSON.stringify({ order, supplier, quantity: ordered, unitPrice }) };
}

function invoicePage(
  id: string,
  order: string,
  supplier: string,
  { amount }: Documents,
  reference: string,
): AnswerInput {
  return {
    body: JSON.stringify({ invoice: id, supplier, order, amount, reference }),
    proof: { item: id, token: reference, fields: { amount } },
  };
}

const approval = (by: string): AnswerInput => ({ status: 201, body: JSON.stringify({ approved: true, by }) });

/** An approval that fails at first fails twice, then once, by turns, so that the last attempt is met, too. */
function approvalsOf(role: Role, recovering: number, by: string): AnswerInput[] {
  const away = (fault: string): AnswerInput => ({ status: 503, body: '{"error":"approvals are restarting"}', fault });
  if (role === 'unanswered') return [away('away-for-ever')];
  if (role === 'declined')
    return [{ status: 403, body: '{"approved":false,"reason":"over budget"}', fault: 'declined' }];
  if (role !== 'recovering') return [approval(by)];
  return [{ ...away('away-at-first'), when: { nth: [1, 2 - (recovering % 2)] } }, approval(by)];
}
