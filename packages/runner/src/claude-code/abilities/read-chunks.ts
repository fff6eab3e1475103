/** Line ranges (`offset` from 1) that cover a text in pieces of at most `characters`, so that each fits one Read call. */
export function readChunks(text: string, characters: number): { offset: number; limit: number }[] {
  const chunks: { offset: number; limit: number }[] = [];
  let offset = 1;
  let limit = 0;
  let size = 0;
  for (const line of text.split('\n')) {
    if (limit > 0 && size + line.length + 1 > characters) {
      chunks.push({ offset, limit });
      offset += limit;
      limit = 0;
      size = 0;
    }
    limit += 1;
    size += line.length + 1;
  }
  chunks.push({ offset, limit });
  return chunks;
}
