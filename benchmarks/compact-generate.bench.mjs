// What it costs to make cases: CompactBench's dialect beside CompactBench itself, the same templates, seeds and bytes; and
// our own dialect. Processor time, so that a busy machine counts less.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bundledSuites,
  deriveCaseSeed,
  generateCase,
  loadAnySuite,
  parseTemplate,
  scriptCase,
  suiteFolder,
} from '@obey/compact';
import { besideFigures, caseText, cpuSeconds, median, startCompactBench, templatePaths } from './compactbench.mjs';

const levels = ['easy', 'medium', 'hard', 'elite'];
const rounds = 7;
const warmUps = 3;
/** Of all templates and levels together. */
const casesPerRound = 8_000;

async function measureReference() {
  const folder = mkdtempSync(join(tmpdir(), 'obey-bench-'));
  const paths = templatePaths();
  const reference = await startCompactBench(folder, paths);
  const templates = paths.map((path) => parseTemplate(readFileSync(path, 'utf8'), path).template);
  const seedsPerRound = Math.ceil(casesPerRound / (templates.length * levels.length));
  const ours = [];
  const theirs = [];
  let count = 0;
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const seeds = Array.from({ length: seedsPerRound }, (_, slot) =>
      deriveCaseSeed('benchmark', `round ${round}`, slot),
    );
    const each = (visit) => {
      for (const template of templates)
        for (const level of levels) for (const seed of seeds) visit(generateCase(template, seed, level));
    };
    count = templates.length * levels.length * seeds.length;
    let turns = 0;
    const { seconds } = cpuSeconds(() => each((made) => (turns += made.transcript.turns.length)));
    if (round >= warmUps) ours.push(seconds);
    const answer = await reference?.ask({ do: 'generate', seeds: seeds.map(String), levels });
    if (answer === undefined) continue;
    const sha256 = createHash('sha256');
    each((made) => sha256.update(caseText(made)));
    if (answer.turns !== turns || answer.sha256 !== sha256.digest('hex'))
      throw new Error('CompactBench made other cases');
    if (round >= warmUps) theirs.push(answer.seconds);
  }
  reference?.stop();
  rmSync(folder, { recursive: true, force: true });
  return besideFigures({ what: "a case of CompactBench's dialect", count, ours, theirs, least: 10 });
}

/** The three cycles of a case of our own dialect, over the templates of `elite_practice`. */
function measureOwn(level, most) {
  const { files } = loadAnySuite(suiteFolder(bundledSuites(), 'elite_practice'));
  const times = [];
  for (let round = 0; round < 4; round += 1) {
    const seed = deriveCaseSeed('benchmark', level, round);
    const { seconds } = cpuSeconds(() => files.map((file) => scriptCase(file, seed, level, 2)));
    if (round > 0) times.push((seconds / files.length) * 1e3);
  }
  return { what: `a case of our dialect with two drift cycles, ${level}`, value: median(times), unit: 'ms', most };
}

export async function measure() {
  return [...(await measureReference()), measureOwn('easy', 20), measureOwn('elite', 200)];
}
