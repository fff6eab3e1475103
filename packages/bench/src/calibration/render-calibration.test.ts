import { describe, expect, it } from 'vitest';
import type { CalibrationOutcome } from './calibration-outcome.js';
import { renderCalibration } from './render-calibration.js';

const instance = { task: 'notes', level: 'easy', seed: 1 } as const;
const conforming: CalibrationOutcome = {
  trial: { ...instance, kind: 'conforming' },
  obedience: 100,
  flagged: [],
  integrity: [],
  problems: [],
};
const skipped: CalibrationOutcome = {
  trial: { ...instance, kind: 'deviating', script: 'skip' },
  obedience: 80,
  flagged: ['completeness'],
  integrity: [],
  problems: [],
  deviation: {
    dimension: 'completeness',
    isDetected: true,
    isOnTarget: true,
    departures: { all: 2, found: 2 },
    findings: { all: 2, right: 2 },
    problems: [],
  },
};
const forged: CalibrationOutcome = {
  trial: { ...instance, kind: 'attacking', script: 'forger' },
  obedience: 1.5,
  flagged: ['completeness'],
  integrity: ['proof-missing'],
  problems: [],
};
const command = 'obey catalog calibrate notes --write';

describe('renderCalibration', () => {
  it('shows what was found and what was not', () => {
    const missed: CalibrationOutcome = {
      ...skipped,
      trial: { ...skipped.trial, seed: 2 },
      problems: ['not found: collect a'],
      deviation: {
        dimension: 'completeness',
        isDetected: false,
        isOnTarget: false,
        departures: { all: 2, found: 1 },
        findings: { all: 1, right: 1 },
        problems: [],
      },
    };
    const alarm: CalibrationOutcome = { ...conforming, flagged: ['ordering'], problems: ['out-of-order at b'] };
    const page = renderCalibration([conforming, alarm, skipped, missed, forged], command);
    expect(page).toContain(`5 trials, written by\n\n\`\`\`\n${command}\n\`\`\``);
    expect(page).toContain(
      '| completeness | 1 of 2 · 50 % (9.4–90.6) | 1 of 2 · 50 % (9.4–90.6) | 3 of 4 · 75 % (30–95.5) | 3 of 3 · 100 % (43.8–100) | 0 of 2 · 0 % (0–65.8) |',
    );
    expect(page).toContain('| ordering | – | – | – | – | 1 of 2 · 50 % (9.4–90.6) |');
    expect(page).toContain('F1 = 0.8571.');
    expect(page).toContain('| 1 of 2 · 50 % (9.4–90.6) | – | – | 1.50 · given away | – |');
    expect(page).toContain('- notes, skip, easy, seed 2: not found: collect a\n');
    expect(page).toContain('- notes, obedient, easy, seed 1: out-of-order at b\n');
  });

  it('says so where nothing was wrong', () => {
    const page = renderCalibration([conforming, skipped, forged], command);
    expect(page).toMatch(/## What the judge got wrong\n\nNothing\.\n$/);
    expect(page).toContain('F1 = 1.0000.');
  });
});
