import type { HandlerContext, Handlers } from '@obey/process';

const idOf = ({ item }: HandlerContext): string => (item.ticket as { id: string }).id;

/**
 * One handler for each step: how an obedient agent really does it. A handler acts through its abilities alone, sees no facts,
 * and does one attempt; the walk, not the handlers, sees to trying again and to the decision.
 */
export const solve: Handlers = {
  async fetch(context) {
    const { abilities, services } = context;
    const answer = await abilities.fetch(`${services.desk}/tickets/${idOf(context)}`);
    if (answer.status >= 400) return;
    const { euros, reference }: { euros: number; reference: string } = JSON.parse(answer.body);
    await abilities.write(`work/tickets/${idOf(context)}.json`, `${JSON.stringify({ euros, reference })}\n`);
  },
  async giveUp(context) {
    await context.abilities.write(`work/missing/${idOf(context)}.txt`, 'The desk did not give this ticket.\n');
  },
  async escalate(context) {
    const text = `Asks for more than ${context.parameters.limit} euros.\n`;
    await context.abilities.write(`work/escalated/${idOf(context)}.txt`, text);
  },
  async refund(context) {
    await context.abilities.write(`work/refunds/${idOf(context)}.txt`, `Refund ticket ${idOf(context)}.\n`);
  },
};
