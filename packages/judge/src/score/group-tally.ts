import type { Unit } from '@obey/schema';

/** What a group's scores are computed from: sums over its observable units, so that a group is read in one pass. */
export interface GroupTally {
  readonly group: string;
  count: number;
  /** Units that are no decisions, and the decisions of each class that was due. */
  readonly plain: ClassTally;
  readonly whenTrue: ClassTally;
  readonly whenFalse: ClassTally;
  /** Decisions with branch events, and those of them whose operands had been yielded before; all, then exercised ones. */
  acted: number;
  informed: number;
  actedExercised: number;
  informedExercised: number;
  /** Sum of `lossShare` over the units. */
  loss: number;
}

/** Weights: of all units, of the exercised ones, and of the exercised ones times their credit. */
export interface ClassTally {
  due: number;
  exercised: number;
  credited: number;
}

const emptyClass = (): ClassTally => ({ due: 0, exercised: 0, credited: 0 });

export function emptyTally(group: string): GroupTally {
  return {
    group,
    count: 0,
    plain: emptyClass(),
    whenTrue: emptyClass(),
    whenFalse: emptyClass(),
    acted: 0,
    informed: 0,
    actedExercised: 0,
    informedExercised: 0,
    loss: 0,
  };
}

/**
 * The part of its group's loss that a unit answers for, before scaling: weight · (1 − credit), an unexercised unit having no
 * credit and a decision taken before its operands were there at most half of it.
 */
export function lossShare(unit: Unit): number {
  const credit = unit.exercised ? unit.credit : 0;
  return unit.weight * (1 - credit * (unit.decision?.informed === false ? 0.5 : 1));
}

export function addToTally(tally: GroupTally, unit: Unit): void {
  const { decision } = unit;
  const into = decision === undefined ? tally.plain : decision.due ? tally.whenTrue : tally.whenFalse;
  into.due += unit.weight;
  if (unit.exercised) {
    into.exercised += unit.weight;
    into.credited += unit.weight * unit.credit;
  }
  if (decision !== undefined && decision.informed !== null) {
    const informed = decision.informed ? 1 : 0;
    tally.acted += 1;
    tally.informed += informed;
    if (unit.exercised) {
      tally.actedExercised += 1;
      tally.informedExercised += informed;
    }
  }
  tally.count += 1;
  tally.loss += lossShare(unit);
}
