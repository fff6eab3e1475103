import type { HandlerContext, Handlers } from '@obey/process';

const idOf = ({ item }: HandlerContext): string => (item.notice as { id: string }).id;

const originalOf = (context: HandlerContext): Promise<string> =>
  context.abilities.read(`input/notices/${idOf(context)}.md`);

async function writeCount(context: HandlerContext, text: string): Promise<void> {
  const words = text.trim().split(/\s+/).length;
  await context.abilities.write(`work/counts/${idOf(context)}.json`, `${JSON.stringify({ words })}\n`);
}

/**
 * One handler for each step: how an obedient agent really does it. A handler acts through its abilities alone, sees no facts,
 * and has to cope with what a deviation left out. The walk, not the handlers, sees to how often a step is repeated.
 */
export const solve: Handlers = {
  async count(context) {
    await writeCount(context, await originalOf(context));
  },
  async cut(context) {
    const sentences = (await originalOf(context)).trim().split(/(?<=\.) /);
    const left = sentences.slice(0, sentences.length - Number(context.item.round));
    await context.abilities.write(`work/notices/${idOf(context)}.md`, `${left.join(' ')}\n`);
  },
  async recount(context) {
    const path = `work/notices/${idOf(context)}.md`;
    await writeCount(context, await context.abilities.read(path).catch(() => originalOf(context)));
  },
  async summary({ abilities, values }) {
    const counts = (values.count ?? []) as { words: number }[];
    await abilities.write('summary.md', counts.map(({ words }, index) => `- n${index + 1}: ${words}\n`).join(''));
  },
};
