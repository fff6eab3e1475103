import { z } from 'zod';
import { ObeyError } from './obey-error.js';

export const environments = ['local', 'docker'] as const;

/** harness × environment × model × setup. */
export const candidateSchema = z.strictObject({
  harness: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** For `reference`: a deviation, a variant or a red-team name. For a real harness: the scripted model's deviation, or `obedient`. */
  deviation: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .optional(),
  model: z.string().optional(),
  environment: z.enum(environments).default('local'),
});
export type Candidate = z.infer<typeof candidateSchema>;

const grammar =
  /^(?<harness>[a-z][a-z0-9-]*)(?::(?<deviation>[a-z][a-z0-9-]*))?(?:=(?<model>[^@\s]+))?(?:@(?<environment>[a-z]+))?$/;

/** Parses `harness[:deviation][=model][@environment]`. @throws ObeyError `usage` */
export function parseCandidate(text: string): Candidate {
  const parsed = candidateSchema.safeParse(grammar.exec(text)?.groups ?? {});
  if (!parsed.success) {
    throw new ObeyError('usage', `candidate \`${text}\` is not harness[:deviation][=model][@environment]`, {
      hint: 'for example reference:skip, claude-code=claude-sonnet-5 or claude-code@local',
    });
  }
  return parsed.data;
}

/** The text that `parseCandidate` reads back; `@local`, the default, is left out. */
export function formatCandidate(candidate: Candidate): string {
  const { harness, deviation, model, environment } = candidate;
  return [
    harness,
    deviation === undefined ? '' : `:${deviation}`,
    model === undefined ? '' : `=${model}`,
    environment === 'local' ? '' : `@${environment}`,
  ].join('');
}
