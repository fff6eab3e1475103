type Work = () => unknown;

/** What a file of tests has entered, by its name. */
const entered = new Map<string, { readonly title: string; readonly work: Work }[]>();
let current = '';

/** The tests that loading a file enters. */
export async function testsOf(
  name: string,
  load: () => Promise<unknown>,
): Promise<readonly { title: string; work: Work }[]> {
  current = name;
  entered.set(name, []);
  await load();
  return entered.get(name) ?? [];
}

/** `test` of node:test, as far as our tests need it. */
export function test(title: string, work: Work): void {
  entered.get(current)?.push({ title, work });
}

/** `it` of node:test. */
export function it(title: string, work: Work): void {
  test(title, work);
}

/** `describe` of node:test. */
export function describe(_title: string, work: Work): void {
  work();
}
