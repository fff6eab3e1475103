import { formatCandidate, type Scorecard } from '@obey/schema';

/** The one JSON document of `run` and `judge`. `trial` is the folder, or the session, that was judged. */
export function scorecardDocument(scorecard: Scorecard, trial: string) {
  const { task, seed, level, candidate, status, score, obedience, strict, correctness, observable } = scorecard;
  return {
    task,
    seed,
    level,
    candidate: formatCandidate(candidate),
    status,
    score,
    obedience,
    strict,
    correctness,
    observable,
    dimensions: scorecard.dimensions,
    findings: scorecard.findings.map(({ code, dimension, step, item, due, seen, cites }) => ({
      code,
      dimension,
      step,
      item,
      due,
      seen,
      cites,
    })),
    // Only where a context was compacted.
    ...(scorecard.compactions === undefined ? {} : { compactions: scorecard.compactions }),
    trial,
  };
}
