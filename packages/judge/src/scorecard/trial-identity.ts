import type { Scorecard } from '@obey/schema';

/** What a scorecard says of the trial or session that it judges. */
export type TrialIdentity = Pick<
  Scorecard,
  'task' | 'version' | 'seed' | 'level' | 'candidate' | 'isolation' | 'status' | 'trial'
>;
