import { type Departure, deviationNamed } from '@obey/process';
import type { Finding, Scorecard } from '@obey/schema';
import type { Reading } from './reference-trial.js';

const place = ({ step, item }: Pick<Finding, 'step' | 'item'>) => `${step} ${item}`.trim();
const isAt = (departure: Departure, { step, item }: Pick<Finding, 'step' | 'item'>) =>
  departure.steps.includes(step) && departure.item === item;

/** What is wrong with the scorecard of an obedient trial, tidy or not; empty when it says so. */
export function falseAlarms({ score, strict, findings, integrity, consequences }: Scorecard): string[] {
  const alarms = [
    ...findings.map((finding) => `${finding.code} at ${place(finding)}: ${finding.seen}`),
    ...consequences.map((line) => `${line.code} at ${place(line)}: ${line.seen}`),
    ...integrity.map(({ code, seen }) => `${code}: ${seen}`),
  ];
  return score === 100 && strict === true && alarms.length === 0 ? [] : [`${score}, strict ${strict}`, ...alarms];
}

/**
 * How the scorecard of a deviating trial differs from what its candidate is known to have done: the first finding and the
 * first deviation must lie where it departed, in the deviation's own dimension, every departure must be found and nothing
 * else in that dimension, the fidelity of every other dimension must be whole, and the score below 90.
 */
export function misreadings(deviation: string, { scorecard, departures }: Reading): string[] {
  const { dimension } = deviationNamed(deviation);
  const { score, strict, findings, firstDeviation, dimensions } = scorecard;
  const wrong: string[] = [];
  const check = (isRight: boolean, message: () => string) => {
    if (!isRight) wrong.push(message());
  };
  const departed = (finding: Pick<Finding, 'step' | 'item'>) => departures.some((one) => isAt(one, finding));
  const [first] = findings;
  check(departures.length > 0, () => 'it never departed');
  check(strict === false && score < 90, () => `${score}, strict ${strict}`);
  check(first?.dimension === dimension && departed(first), () => `first finding: ${describe(first)}`);
  check(firstDeviation !== null && departed(firstDeviation), () => `first deviation: ${describe(firstDeviation)}`);
  const own = findings.filter((finding) => finding.dimension === dimension);
  for (const finding of own) check(departed(finding), () => `nothing departed at ${place(finding)}: ${finding.code}`);
  for (const departure of departures) {
    const isFound = own.some((finding) => isAt(departure, finding));
    check(isFound, () => `not found: ${departure.node} ${departure.item}`);
  }
  for (const [name, { fidelity }] of Object.entries(dimensions)) {
    check(name === dimension || fidelity === null || fidelity === 100, () => `fidelity of ${name}: ${fidelity}`);
  }
  return wrong;
}

function describe(
  found: (Pick<Finding, 'code' | 'step' | 'item'> & { dimension?: string }) | null | undefined,
): string {
  return found === null || found === undefined ? 'none' : `${found.code} at ${place(found)} ${found.dimension ?? ''}`;
}
