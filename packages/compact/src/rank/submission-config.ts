import { z } from 'zod';
import { type Tier, tiers } from './tier.js';

// The patterns keep a configuration from saying anything else than a name: its values reach the commands of a workflow.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const control = /[\u0000-\u001f\u007f-\u009f]/;
const line = z.string().refine((text) => !control.test(text), 'holds a control character');
const named = (pattern: RegExp, wanted: string) => line.regex(pattern, `expected ${wanted}`);

const handlePattern = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/;
const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const classPath = /^submissions\/([^/]+)\/([^/]+)\/(method\.(?:py|ts|mts|js|mjs)):([A-Za-z_$][A-Za-z0-9_$]*)$/;

const hosted = ['groq', 'google-ai-studio', 'anthropic', 'openai'];

const configOf = (provider: z.ZodType<string>) =>
  z.strictObject({
    method: z.strictObject({
      name: line.min(1).max(128),
      version: line.min(1).max(64),
      class_path: named(classPath, '`submissions/<handle>/<method>/method.<ext>:<Class>`'),
    }),
    runtime: z.strictObject({
      provider,
      model: named(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$/, 'a model’s name'),
      compression_tier: z.enum(tiers as [Tier, ...Tier[]]),
      drift_cycles: z.int().min(1).max(5).default(2),
      case_count_per_template: z.int().min(1).max(100).default(20),
    }),
    attribution: z.strictObject({
      handle: named(handlePattern, 'up to 39 letters, digits and hyphens'),
      org: line.nullable().default(null),
    }),
    method_config: z.record(z.string(), z.unknown()).default({}),
  });

/** `config.yaml` of a submission to others: its provider is one that they can ask too. */
export const submissionConfigSchema = configOf(
  z.string().refine((key) => hosted.includes(key), `expected ${hosted.join(', ')}, which others can ask too`),
);
/** The same where nobody else has to ask it: any provider. */
export const localConfigSchema = configOf(named(/^[a-z][a-z0-9:.-]{0,31}$/, 'a provider’s key'));
export type SubmissionConfig = z.infer<typeof submissionConfigSchema>;

/** What a submission must be named: its owner's handle and its own folder. */
export const isHandle = (text: string): boolean => handlePattern.test(text);
export const isSubmissionName = (text: string): boolean => namePattern.test(text);

/** What a class path names: the submission's folder, the method's file in it, and the class. */
export function readClassPath(path: string): { folder: string; file: string; className: string } | undefined {
  const [, handle, method, file, className] = classPath.exec(path) ?? [];
  if (handle === undefined || method === undefined || file === undefined || className === undefined) return undefined;
  return { folder: `submissions/${handle}/${method}`, file, className };
}
