/** Everything that an iterable gives, as one list. */
export const collect = async <T>(items: Iterable<T> | AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
};
