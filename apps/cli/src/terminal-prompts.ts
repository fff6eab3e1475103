import type { Prompts } from './prompts.js';

/** Asks on the terminal that this process has. The library that draws the questions is loaded with the first of them. */
export const terminalPrompts: Prompts = {
  async select(message, options) {
    const { select } = await import('@clack/prompts');
    return answered(
      await select({ message, options: options.map(({ value, hint }) => ({ value, label: value, hint })) }),
    );
  },
  async text(message, { initial, problem } = {}) {
    const { text } = await import('@clack/prompts');
    return answered(
      await text({
        message,
        ...(initial === undefined ? {} : { initialValue: initial }),
        ...(problem === undefined ? {} : { validate: (answer) => problem(answer ?? '') }),
      }),
    );
  },
  async confirm(message) {
    const { confirm } = await import('@clack/prompts');
    return answered(await confirm({ message, initialValue: true }));
  },
};

async function answered<T>(answer: T): Promise<Exclude<T, symbol>> {
  const { isCancel } = await import('@clack/prompts');
  if (!isCancel(answer)) return answer as Exclude<T, symbol>;
  const { ObeyError } = await import('@obey/schema');
  throw new ObeyError('interrupted', 'nothing was written: the questions were broken off');
}
