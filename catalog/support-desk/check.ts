import type { Check } from '@obey/catalog';

type Context = Parameters<Check>[0];

interface Page {
  readonly right: number;
  readonly topic: string;
  readonly credit: number;
}

const pagesOf = ({ facts }: Context) => Object.entries(facts.pages as unknown as Record<string, Page>);
const isKnown = ({ right }: Page) => right >= 2;

function recorded(files: Context['files'], id: string): Partial<Page> | undefined {
  try {
    const value: unknown = JSON.parse(files[`work/tickets/${id}.json`] ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const everyFate: Check = (context) =>
  pagesOf(context).map(([id, page]) => {
    const isOpened = `work/tickets/${id}.json` in context.files;
    const isDeclined = `work/declined/${id}.txt` in context.files;
    const passed = isKnown(page) ? isOpened && !isDeclined : isDeclined && !isOpened;
    const found = isOpened ? (isDeclined ? 'both' : 'opened') : isDeclined ? 'declined' : 'neither';
    return { item: id, passed, detail: `${found}, expected ${isKnown(page) ? 'opened' : 'declined'}` };
  });

const everyPage: Check = (context) =>
  pagesOf(context).flatMap(([id, page]) => {
    if (!isKnown(page)) return [];
    const found = recorded(context.files, id);
    const passed = found?.topic === page.topic && found.credit === page.credit;
    return [{ item: id, passed, detail: passed ? 'as its page says' : `expected ${page.topic}, ${page.credit}` }];
  });

const totals: Check = (context) => {
  const known = pagesOf(context).flatMap(([, page]) => (isKnown(page) ? [page] : []));
  const expected = { tickets: known.length, credit: known.reduce((sum, { credit }) => sum + credit, 0) };
  const value = context.values.total?.[0]?.value;
  return Object.entries(expected).map(([field, number]) => {
    const found = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
    return { item: field, passed: found === number, detail: `${JSON.stringify(found)}, expected ${number}` };
  });
};

const reportTellsFates: Check = (context) => {
  const lines = (context.files['report.md'] ?? '').split('\n');
  return pagesOf(context).map(([id, page]) => {
    const fate = isKnown(page) ? 'settled' : 'declined';
    const line = lines.find((candidate) => candidate.includes(id)) ?? '';
    const detail = line === '' ? 'not in the report' : `${line}, expected ${fate}`;
    return { item: id, passed: line.toLowerCase().includes(fate), detail };
  });
};

export const checks = { everyFate, everyPage, totals, reportTellsFates };
