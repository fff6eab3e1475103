import type { Prepare } from '@obey/prepare';
import type { Answer } from '@obey/schema';

const guests = ['Adler', 'Brandt', 'Castro', 'Dahl', 'Egede', 'Farkas', 'Grant', 'Holm', 'Ivanov', 'Jansen'];

type AnswerInput = Partial<Answer>;

const busy = (fault: string): AnswerInput => ({ status: 503, body: '{"error":"the desk is busy"}', fault });

export const prepare: Prepare<{ guests: number }> = ({ parameters, random, token }) => {
  const draw = random.fork('bookings');
  const bookings = Array.from({ length: parameters.guests }, (_, index) => ({
    id: `b${draw.integer(10, 99)}${index}`,
    guest: draw.pick(guests),
    nights: draw.integer(1, 9),
  }));
  const ids = bookings.map(({ id }) => id);
  const [once = '', twice = '', never = '', refused = ''] = random.fork('planted').shuffle(ids);
  const answersTo = (id: string): AnswerInput[] => {
    const accepted = {
      status: 201,
      body: JSON.stringify({ booking: id, reference: token(id) }),
      proof: { item: id, token: token(id), fields: {} },
    };
    if (id === once) return [{ ...busy('busy-once'), when: { nth: 1 } }, accepted];
    if (id === twice) return [{ ...busy('busy-twice'), when: { nth: [1, 2] } }, accepted];
    if (id === never) return [busy('busy-for-ever')];
    if (id === refused) return [{ status: 409, body: '{"error":"no room on these days"}', fault: 'no-room' }];
    return [accepted];
  };
  return {
    files: { 'input/bookings.json': `${JSON.stringify(bookings, null, 2)}\n` },
    services: {
      desk: {
        routes: ids.flatMap((id) => [
          { method: 'POST' as const, path: `/bookings/${id}`, answers: answersTo(id) },
          { method: 'DELETE' as const, path: `/bookings/${id}`, answers: [{ status: 204 }] },
        ]),
      },
    },
    facts: {
      bookings,
      outcomes: Object.fromEntries(ids.map((id) => [id, id === never || id === refused ? 'refused' : 'confirmed'])),
      planted: { once: [once], twice: [twice], never: [never], refused: [refused] },
    },
  };
};
