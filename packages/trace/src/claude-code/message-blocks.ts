import { type Block, blockSchema } from './record-schemas.js';

/** The blocks of a message's content, a plain text as one of them; what is no block is left out. */
export const messageBlocks = (content: string | readonly unknown[] | undefined): Block[] => {
  if (content === undefined) return [];
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  return content.flatMap((value) => {
    const block = blockSchema.safeParse(value);
    return block.success ? [block.data] : [];
  });
};

/** A content as text: its text blocks by lines; undefined where it has none. */
export const contentText = (content: unknown): string | undefined => {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return undefined;
  const texts = messageBlocks(content).flatMap((block) => (block.type === 'text' ? [block.text ?? ''] : []));
  return texts.length === 0 ? undefined : texts.join('\n');
};
