import type { ClassTally, GroupTally } from './group-tally.js';

export interface GroupCredit {
  /** Over what was exercised, 0–1; null when nothing was. */
  readonly fidelity: number | null;
  /** Share of its due weight that was exercised, 0–1. */
  readonly coverage: number;
  /** Over all that was due, 0–1. */
  readonly earned: number;
}

const rate = (credited: number, of: number) => (of === 0 ? null : credited / of);

/** Youden's J = max(0, TPR + TNR − 1) when both classes were due, else the plain rate; scaled by how often it was known before acting. */
function decisionCredit(
  whenTrue: number | null,
  whenFalse: number | null,
  acted: number,
  informed: number,
): number | null {
  const known = 0.5 + 0.5 * (acted === 0 ? 1 : informed / acted);
  if (whenTrue !== null && whenFalse !== null) return Math.max(0, whenTrue + whenFalse - 1) * known;
  const only = whenTrue ?? whenFalse;
  return only === null ? null : only * known;
}

/**
 * The least that decisions can have earned when `unknown` weight of them had no operands, so that nobody can tell which class
 * they were due in: each counts as wrong in the class where it costs most. So losing an operand never pays.
 */
function leastCredit(whenTrue: ClassTally, whenFalse: ClassTally, unknown: number, acted: number, informed: number) {
  if (unknown === 0) {
    const [inTrue, inFalse] = [rate(whenTrue.credited, whenTrue.due), rate(whenFalse.credited, whenFalse.due)];
    return decisionCredit(inTrue, inFalse, acted, informed);
  }
  if (whenTrue.due === 0 || whenFalse.due === 0) return 0;
  // The split of `unknown` at which TPR + TNR is least: both fall equally fast.
  const [a, b] = [Math.sqrt(whenTrue.credited), Math.sqrt(whenFalse.credited)];
  if (a + b === 0) return 0;
  const best = (a * (whenFalse.due + unknown) - b * whenTrue.due) / (a + b);
  const inTrue = Math.min(unknown, Math.max(0, best));
  return decisionCredit(
    whenTrue.credited / (whenTrue.due + inTrue),
    whenFalse.credited / (whenFalse.due + unknown - inTrue),
    acted,
    informed,
  );
}

const combine = (parts: readonly { credit: number | null; weight: number }[]): number | null => {
  let sum = 0;
  let weight = 0;
  for (const part of parts) {
    if (part.credit === null) continue;
    sum += part.credit * part.weight;
    weight += part.weight;
  }
  return weight === 0 ? null : sum / weight;
};

const sum = (classes: readonly ClassTally[], key: keyof ClassTally) => classes.reduce((all, one) => all + one[key], 0);

/** The credit of one program node (scoring.md, "Units" and the row of conditionality). */
export function groupCredit(tally: GroupTally): GroupCredit {
  const { plain, whenTrue, whenFalse } = tally;
  const decisions = [whenTrue, whenFalse];
  const decided = sum(decisions, 'due');
  // Among decisions, what could not be exercised is a decision of unknown class.
  const unknown = decided === 0 ? 0 : plain.due - plain.exercised;
  const earned = combine([
    { credit: rate(plain.credited, plain.due - unknown), weight: plain.due - unknown },
    { credit: leastCredit(whenTrue, whenFalse, unknown, tally.acted, tally.informed), weight: decided + unknown },
  ]);
  const fidelity = combine([
    { credit: rate(plain.credited, plain.exercised), weight: plain.exercised },
    {
      credit: decisionCredit(
        rate(whenTrue.credited, whenTrue.exercised),
        rate(whenFalse.credited, whenFalse.exercised),
        tally.actedExercised,
        tally.informedExercised,
      ),
      weight: sum(decisions, 'exercised'),
    },
  ]);
  const all = [plain, ...decisions];
  return { fidelity, coverage: sum(all, 'exercised') / sum(all, 'due'), earned: earned ?? 0 };
}
