import type { Abilities, HandlerContext, Handlers } from '@obey/process';

interface Claim {
  readonly id: string;
  readonly person: string;
  readonly receipts: readonly { readonly euros: number }[];
}

const idOf = ({ item }: HandlerContext): string => (item.claim as { id: string }).id;

const claimsIn = async (abilities: Abilities): Promise<Claim[]> =>
  JSON.parse(await abilities.read('input/claims.json'));

/**
 * One handler for each step: how an obedient agent really does it. A handler acts through its abilities alone and sees no facts.
 * The walk, not the handlers, takes the decision, so a handler never asks whether it is due.
 */
export const solve: Handlers = {
  async load({ abilities }) {
    await claimsIn(abilities);
  },
  async add(context) {
    const claim = (await claimsIn(context.abilities)).find(({ id }) => id === idOf(context));
    if (claim === undefined) return;
    const euros = claim.receipts.reduce((sum, receipt) => sum + receipt.euros, 0);
    await context.abilities.write(`work/sums/${claim.id}.json`, `${JSON.stringify({ euros })}\n`);
  },
  async ask(context) {
    const { euros } = context.values.add as { euros: number };
    const text = `Claim ${idOf(context)} comes to ${euros} euros, above ${context.parameters.limit}. Please approve.\n`;
    await context.abilities.write(`work/approval/${idOf(context)}.txt`, text);
  },
  async pay(context) {
    const { euros } = context.values.add as { euros: number };
    const claim = (await claimsIn(context.abilities)).find(({ id }) => id === idOf(context));
    await context.abilities.write(`work/payments/${idOf(context)}.txt`, `Pay ${claim?.person} ${euros} euros.\n`);
  },
};
