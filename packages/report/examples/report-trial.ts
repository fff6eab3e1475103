import { buildReport, readTrialResult, readTrialTrace, writeReport } from '@obey/report';

/** Writes the report of one trial from the files in its folder; gives the path of its page. */
export async function reportTrial(folder: string): Promise<string> {
  const document = await buildReport({
    leaderboard: null,
    results: [await readTrialResult(folder)],
    traceOf: () => readTrialTrace(folder),
  });
  const { html } = await writeReport(folder, document);
  return html;
}
