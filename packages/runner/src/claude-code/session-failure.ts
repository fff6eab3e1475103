import type { HarnessFailure } from '../harness/harness.js';
import type { LoggedCalls, ResultRecord } from './logged-calls.js';

/** The error of the model's provider that ended a session, if one did: it says nothing about the candidate. */
export function sessionFailure(end: ResultRecord | undefined): HarnessFailure | undefined {
  if (end?.is_error !== true) return undefined;
  const detail = (end.result ?? 'no detail').slice(0, 500);
  const refused = /invalid api key|please run \/login|authentication|credit balance/i.test(detail);
  if (end.terminal_reason !== 'api_error' && !refused) return undefined;
  return { class: refused ? 'authentication' : classOf(end.api_error_status ?? 0), detail };
}

/** The provider's error that a session was still waiting out when it was ended. */
export function retryFailure({ retrying }: Pick<LoggedCalls, 'retrying'>): HarnessFailure | undefined {
  if (retrying === undefined) return undefined;
  const status = retrying.error_status ?? 0;
  return {
    class: classOf(status),
    detail: `${retrying.error ?? 'an error'} (${status}), retried until the session ended`,
  };
}

function classOf(status: number): string {
  if (status === 401 || status === 403) return 'authentication';
  if (status === 429) return 'rate-limited';
  if (status === 529 || status >= 500) return 'overloaded';
  if (status === 0) return 'unreachable';
  return 'refused';
}
