/** One task's trials: how many there were, and how many of them passed. */
export interface PassCount {
  readonly passed: number;
  readonly trials: number;
}

/**
 * pass^k for k = 1 … the least number of trials of any task: the chance that k trials of a task, drawn without
 * putting back, all pass; the mean of C(c,k)/C(n,k) over tasks (τ-bench, Yao et al. 2024). Empty without tasks.
 */
export function passPowers(tasks: readonly PassCount[]): number[] {
  if (tasks.length === 0) return [];
  const most = Math.min(...tasks.map((task) => task.trials));
  return Array.from({ length: most }, (_, index) => {
    const sum = tasks.reduce((total, task) => total + allOf(task, index + 1), 0);
    return sum / tasks.length;
  });
}

/** C(passed, k) / C(trials, k) as a product, which never overflows. */
function allOf({ passed, trials }: PassCount, k: number): number {
  let share = 1;
  for (let drawn = 0; drawn < k; drawn++) share *= Math.max(0, passed - drawn) / (trials - drawn);
  return share;
}
