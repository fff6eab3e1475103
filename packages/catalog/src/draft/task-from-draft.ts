import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { applicableDeviations, deviationNamed, diagramProcess, explainProcess, parseProcessYaml } from '@obey/process';
import { stringify } from 'yaml';
import { taskId } from '../create/create-task.js';
import { templateFolder } from '../template-folder.js';
import { planDraft, singleFile } from './draft-plan.js';
import { type DraftSurvey, surveyDraft } from './draft-survey.js';
import type { DraftNote, ProcessDraft } from './process-draft.js';

export interface DraftedTask {
  /** Path in the folder → text. */
  readonly files: Readonly<Record<string, string>>;
  /** What is left to fill in, besides the draft's own questions. */
  readonly left: readonly string[];
  /** The process as prose. */
  readonly prose: string;
  /** The same as a Mermaid flowchart. */
  readonly diagram: string;
}

export interface DraftTaskOptions {
  readonly id: string;
  readonly title: string;
  /** What the draft was made of. */
  readonly prose: string;
}

/** The manifest's parts that the process may name. */
const frameOf = (survey: DraftSurvey) => ({
  parameters:
    survey.lists.length === 0
      ? {}
      : {
          items: {
            type: 'integer',
            says: 'Number of elements of each list.',
            easy: 16,
            medium: 20,
            hard: 32,
            elite: 48,
          },
        },
  facts: factsOf(survey),
  services: hasRequests(survey) ? { world: { latencyMs: survey.hasParallel ? [150, 300] : [20, 60] } } : {},
});

const factsOf = ({ lists }: DraftSurvey): Record<string, { key?: string; says: string }> => ({
  ...Object.fromEntries(lists.map((list) => [list, { key: 'id', says: `The ${list} by id.` }])),
  planted: { says: 'What is exceptional: elements on a bound, and elements whose requests fail.' },
});

const hasRequests = (survey: DraftSurvey): boolean => planDraft(survey).instance.routes.length > 0;

/**
 * Makes the files of a task from a drafted process: an instance with what the process decides on planted in it, handlers
 * that leave the evidence, and a prompt of the prose and everything that the process enforces.
 * @throws ObeyError `process-invalid` when the draft is no process
 */
export async function taskFromDraft(draft: ProcessDraft, options: DraftTaskOptions): Promise<DraftedTask> {
  const survey = surveyDraft(draft.nodes);
  const { instance, acts } = planDraft(survey);
  const frame = frameOf(survey);
  const body = stringify({ process: draft.nodes }, { lineWidth: 130 });
  const process = parseProcessYaml(body, {
    facts: frame.facts,
    parameters: Object.keys(frame.parameters),
    services: Object.keys(frame.services),
  });
  const left = [
    ...survey.unread.map((source) => `plant values for \`${source}\` in prepare.ts; none could be made up`),
    ...instance.commands
      .filter((command) => !/^(npm|npx|pnpm|yarn) /.test(command))
      .map((command) => `put what \`${command}\` needs into the workspace, in prepare.ts`),
  ];
  const [checked] = survey.steps.filter(({ step, isRecount }) => step.yields !== undefined && !isRecount);
  const manifest = {
    id: taskId(options.id),
    version: '1.0.0',
    title: options.title,
    domain: 'general',
    skills: hasRequests(survey) ? ['http', 'json'] : ['json'],
    tags: ['drafted'],
    ...frame,
    limits: { minutes: 10 },
    network: hasRequests(survey) ? 'world' : 'none',
  };
  const evaluation =
    checked === undefined
      ? {}
      : { evaluation: { correctness: [{ id: 'written', of: checked.step.step, check: 'written' }] } };
  const template = async (name: string) => readFile(path.join(templateFolder('draft'), name), 'utf8');
  const explained = explainProcess(process);
  const notes = [...draft.questions.map(noteLine), ...left];
  const plan = (await template('plan.ts')).split('// plan\n')[0] ?? '';
  const files = {
    'task.yaml': [
      '# Drafted from prose. What is left to fill in:',
      ...(notes.length === 0
        ? ['#   nothing that the prose did not say']
        : notes.map((note) => `#   - ${oneLine(note)}`)),
      stringify(manifest, { lineWidth: 130 }).trimEnd(),
      body.trimEnd(),
      ...(checked === undefined ? [] : [stringify(evaluation).trimEnd()]),
      '',
    ].join('\n'),
    'prompt.md': promptOf(
      options.prose,
      explained,
      instance.lists,
      hasRequests(survey),
      Object.keys(instance.single).length > 0,
    ),
    'plan.ts': `${plan}export const instance: InstancePlan = ${JSON.stringify(instance, null, 2)};\n\nexport const acts: Readonly<Record<string, Act>> = ${JSON.stringify(acts, null, 2)};\n`,
    'prepare.ts': await template('prepare.ts'),
    'solve.ts': await template('solve.ts'),
    ...(checked === undefined ? {} : { 'check.ts': await template('check.ts') }),
    'README.md': readmeOf(options.title, applicableDeviations(process), notes),
  };
  return { files, left, prose: explained, diagram: diagramProcess(process) };
}

/** The line of prose that a note is about, and what it says. */
const noteLine = ({ line, text, says }: DraftNote): string => `line ${line}, “${text}”: ${says}`;

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Z}]+/gu, ' ');

function promptOf(
  prose: string,
  explained: string,
  lists: Readonly<Record<string, { readonly file: string }>>,
  isServed: boolean,
  hasSingle: boolean,
): string {
  const sources = [
    ...Object.entries(lists).map(([list, { file }]) => `The ${list} are listed in \`${file}\`, each with its \`id\`.`),
    ...(hasSingle ? [`What there is to look at stands in \`${singleFile}\`.`] : []),
    ...(isServed ? ['The service answers at {{services.world}}.'] : []),
  ];
  // Double braces would be placeholders.
  const safe = prose.trim().replaceAll('{{', '{ {').replaceAll('}}', '} }');
  return `${[safe, ...(sources.length === 0 ? [] : [sources.join(' ')]), 'In detail:', explained.trim()].join('\n\n')}\n`;
}

function readmeOf(title: string, deviations: readonly string[], notes: readonly string[]): string {
  const rows = deviations.map((name) => `| \`${name}\` | ${deviationNamed(name).says} |`);
  return `${[
    `# ${oneLine(title)}`,
    'Drafted from prose. Say here what it tempts an agent to do wrong, and how that shows in the evidence.',
    ...(notes.length === 0 ? [] : ['## Left to fill in', notes.map((note) => `- ${oneLine(note)}`).join('\n')]),
    '## Deviations that apply',
    ['| deviation | what happens |', '|---|---|', ...rows].join('\n'),
  ].join('\n\n')}\n`;
}
