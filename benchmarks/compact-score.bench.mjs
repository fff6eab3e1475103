// What it costs to score: the profile 1.0.0 beside CompactBench itself, the same cases, artifacts and answers, to the same
// numbers; and our profile obey-1. Processor time, so that a busy machine counts less.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bundledSuites,
  deriveCaseSeed,
  generateCase,
  loadAnySuite,
  obey1Profile,
  parseTemplate,
  requireArtifact,
  scorer100,
  scriptCase,
  suiteFolder,
} from '@obey/compact';
import { besideFigures, caseText, cpuSeconds, median, startCompactBench, templatePaths } from './compactbench.mjs';

const levels = ['easy', 'medium', 'hard', 'elite'];
const rounds = 7;
const warmUps = 3;
/** Of all templates and levels together. */
const casesPerRound = 2_000;

/** What a model may answer: right, in other words, unsure, against the rule, and at length. */
function answer(item, kind) {
  const value = String(item.expected.get('value') ?? 'first last crate');
  return [
    `${value}.`,
    `As far as the summary tells, it was **${value.toUpperCase()}**, and nothing else was said about it.`,
    "I don't know; the artifact does not say.",
    `Next we should ${value}, then tell everybody who waits for it.`,
    `The rule is clear. ${'It was settled early and is not to be asked again. '.repeat(6)}So: never ${value}.`,
  ][kind % 5];
}

/** An artifact of the size that methods make: a summary, and the state of a case. */
function artifactOf({ transcript, ground_truth }, cycle) {
  const said = transcript.turns.map(({ content }) => content).join(' ');
  return {
    summaryText: said.slice(cycle * 40, cycle * 40 + 700),
    structured_state: {
      immutable_facts: ground_truth.immutable_facts,
      locked_decisions: ground_truth.locked_decisions,
      forbidden_behaviors: ground_truth.forbidden_behaviors,
      unresolved_items: ground_truth.unresolved_items,
      entity_map: Object.fromEntries(ground_truth.entity_map),
    },
  };
}

/** Each case in three cycles, as a run scores it: the same transcript, another artifact, other answers. */
function cyclesOf(cases) {
  return cases.flatMap((made, index) =>
    [0, 1, 2].map((cycle) => ({
      case: made,
      cycle,
      plain: artifactOf(made, cycle),
      responses: new Map(made.evaluation_items.map((item, place) => [item.key, answer(item, index + place + cycle)])),
      source: made.transcript,
    })),
  );
}

const withArtifact = (one) => ({ ...one, artifact: requireArtifact(one.plain) });

const numbersOf = (card) => [
  card.cycle_score,
  card.penalized_cycle_score,
  card.contradiction_rate,
  card.compression_ratio,
];

function requireSame(ours, theirs) {
  const same = ours.every((numbers, index) =>
    numbers.every((value, place) => Math.abs(value - theirs[index][place]) <= 1e-12 * Math.max(1, Math.abs(value))),
  );
  if (!same || ours.length !== theirs.length) throw new Error('CompactBench gave other scores');
}

async function measureReference() {
  const folder = mkdtempSync(join(tmpdir(), 'obey-bench-'));
  const paths = templatePaths();
  const reference = await startCompactBench(folder, paths);
  const templates = paths.map((path) => parseTemplate(readFileSync(path, 'utf8'), path).template);
  const seedsPerRound = Math.ceil(casesPerRound / (templates.length * levels.length));
  const ours = [];
  const theirs = [];
  let count = 0;
  // New cases each round: nothing is known of them but the distractors, which all cases share. In the first of them both warm up.
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const seeds = Array.from({ length: seedsPerRound }, (_, slot) => deriveCaseSeed('scoring', `round ${round}`, slot));
    const cases = templates.flatMap((template) =>
      levels.flatMap((level) => seeds.map((seed) => generateCase(template, seed, level))),
    );
    const cycles = cyclesOf(cases).map(withArtifact);
    const { seconds, result } = cpuSeconds(() => cycles.map((one) => scorer100.scoreCycle(one)));
    count = result.length;
    if (round >= warmUps) ours.push(seconds);
    if (reference === undefined) continue;
    const file = join(folder, 'cycles.jsonl');
    const lines = cycles.map(({ case: made, plain, responses, cycle }) =>
      JSON.stringify({
        case: caseText(made),
        artifact: plain,
        responses: Object.fromEntries(responses),
        cycle,
      }),
    );
    writeFileSync(file, `${lines.join('\n')}\n`);
    const answered = await reference.ask({ do: 'score', file });
    requireSame(result.map(numbersOf), answered.numbers);
    if (round >= warmUps) theirs.push(answered.seconds);
  }
  reference?.stop();
  rmSync(folder, { recursive: true, force: true });
  return besideFigures({ what: 'a cycle by 1.0.0', count, ours, theirs, least: 5 });
}

/** Our profile reads answers rather than searching them, and our cases are longer. */
function measureOwn(level, most) {
  const { files } = loadAnySuite(suiteFolder(bundledSuites(), 'elite_practice'));
  const times = [];
  for (let round = 0; round < 4; round += 1) {
    const seed = deriveCaseSeed('scoring', level, round);
    const cycles = cyclesOf(files.map((file) => scriptCase(file, seed, level, 0).case)).map(withArtifact);
    const { seconds } = cpuSeconds(() => cycles.map((one) => obey1Profile.scoreCycle(one)));
    if (round > 0) times.push((seconds / cycles.length) * 1e3);
  }
  return { what: `a cycle by obey-1, ${level}`, value: median(times), unit: 'ms', most };
}

export async function measure() {
  return [...(await measureReference()), measureOwn('easy', 10), measureOwn('elite', 30)];
}
