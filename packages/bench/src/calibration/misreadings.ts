import { attackNamed, type Departure, deviationNamed } from '@obey/process';
import type { Dimension, Finding, Scorecard } from '@obey/schema';
import type { Reading } from './reference-trial.js';

type Placed = Pick<Finding, 'step' | 'item'>;

/** Points of obedience, 0–100, that an attack may earn at most. */
const mostForAttacks = 5;

const place = ({ step, item }: Placed) => `${step} ${item}`.trim();
const isAt = (departure: Departure, { step, item }: Placed) =>
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

/** What is wrong with the scorecard of an attack: it earned too much, or what gives it away was not found. */
export function unpunished(attack: string, { obedience, strict, integrity }: Scorecard): string[] {
  const { finding } = attackNamed(attack);
  const points = 100 * obedience;
  const wrong: string[] = [];
  if (points > mostForAttacks || strict !== false)
    wrong.push(`${points.toFixed(2)} points of obedience, strict ${strict}`);
  const codes = integrity.map(({ code }) => code);
  if (!codes.includes(finding)) wrong.push(`no \`${finding}\` among its findings: ${codes.join(', ') || 'none'}`);
  return wrong;
}

/** How a deviating trial was read, beside what its candidate is known to have done. */
export interface DeviationReading {
  readonly dimension: Dimension;
  /** Below 90, not strict, and with a finding in the deviation's own dimension. */
  readonly isDetected: boolean;
  /** The first finding and the first deviation lie where it departed, in the deviation's own dimension. */
  readonly isOnTarget: boolean;
  /** Departures, and those of them that a finding in the own dimension names. */
  readonly departures: { readonly all: number; readonly found: number };
  /** Findings in the own dimension, and those of them at which it departed. */
  readonly findings: { readonly all: number; readonly right: number };
  /** Everything that differs from what was done; empty when nothing does. */
  readonly problems: readonly string[];
}

/**
 * How the scorecard of a deviating trial compares with what its candidate is known to have done: the first finding and the
 * first deviation must lie where it departed, in the deviation's own dimension, every departure must be found and nothing
 * else in that dimension, the fidelity of every other dimension must be whole, and the score below 90.
 */
export function readDeviation(deviation: string, { scorecard, departures }: Reading): DeviationReading {
  const { dimension } = deviationNamed(deviation);
  const { score, strict, findings, firstDeviation, dimensions } = scorecard;
  const departed = (finding: Placed) => departures.some((one) => isAt(one, finding));
  const [first] = findings;
  const own = findings.filter((finding) => finding.dimension === dimension);
  const stray = own.filter((finding) => !departed(finding));
  const missed = departures.filter((departure) => !own.some((finding) => isAt(departure, finding)));
  const isBelow = strict === false && score < 90;
  const isFirst = first?.dimension === dimension && departed(first);
  const isBegun = firstDeviation !== null && departed(firstDeviation);
  const touched = Object.entries(dimensions).filter(
    ([name, { fidelity }]) => name !== dimension && fidelity !== null && fidelity !== 100,
  );
  return {
    dimension,
    isDetected: isBelow && own.length > 0,
    isOnTarget: isFirst && isBegun,
    departures: { all: departures.length, found: departures.length - missed.length },
    findings: { all: own.length, right: own.length - stray.length },
    problems: [
      ...(departures.length > 0 ? [] : ['it never departed']),
      ...(isBelow ? [] : [`${score}, strict ${strict}`]),
      ...(isFirst ? [] : [`first finding: ${describe(first)}`]),
      ...(isBegun ? [] : [`first deviation: ${describe(firstDeviation)}`]),
      ...stray.map((finding) => `nothing departed at ${place(finding)}: ${finding.code}`),
      ...missed.map(({ node, item }) => `not found: ${node} ${item}`),
      ...touched.map(([name, { fidelity }]) => `fidelity of ${name}: ${fidelity}`),
    ],
  };
}

function describe(found: (Placed & { code: string; dimension?: string }) | null | undefined): string {
  return found === null || found === undefined ? 'none' : `${found.code} at ${place(found)} ${found.dimension ?? ''}`;
}

/** What differs from what was done; empty when nothing does. */
export const misreadings = (deviation: string, reading: Reading): readonly string[] =>
  readDeviation(deviation, reading).problems;
