import { type CommandContext, printJson, printLines } from './command-context.js';

/** Fetches the captures and downloads that a task declares. */
export async function captureTask(
  name: string,
  options: { readonly json?: true },
  context: CommandContext,
): Promise<void> {
  const [{ resolveTask }, { downloadCache, fetchTaskData }] = await Promise.all([
    import('@obey/catalog'),
    import('@obey/prepare'),
  ]);
  const { task, folder } = await resolveTask(name);
  const { captures, downloads } = await fetchTaskData(task, {
    folder,
    cacheDirectory: downloadCache(context.environment, process.platform),
    fetchedAt: context.now().toISOString(),
    signal: context.signal,
    onPage: ({ url, bytes, kept }) => void context.stderr.write(`${url}  ${bytes} bytes${kept ? ', kept' : ''}\n`),
  });
  if (options.json) {
    await printJson(context, {
      task: task.id,
      captures: captures.map(({ name: capture, folder: where, licence, pages }) => ({
        name: capture,
        folder: where,
        licence,
        pages: pages.length,
        bytes: pages.reduce((sum, page) => sum + page.bytes, 0),
      })),
      downloads,
    });
    return;
  }
  await printLines(context, [
    ...captures.map(({ name: capture, folder: where, pages, licence }) => {
      return `capture   ${capture}: ${pages.length} pages, ${licence}, in ${where}`;
    }),
    ...downloads.map(({ name: download, path, licence }) => `download  ${download}: ${licence}, at ${path}`),
  ]);
}
