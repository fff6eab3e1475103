/** The kinds of task that a new one can start from, each a folder in `templates/`. */
export const taskKinds = {
  sequential: 'steps whose order is the point: each later one needs what an earlier one left',
  'map-reduce': 'the same work on every item, in parallel, and one result from all of them',
  loop: 'a repeat whose condition is asked again after every round, with a most',
  recursive: 'a procedure that calls itself for each part, so that a tree is walked to its leaves',
  conditional: 'for each item a decision on what was found out about it',
  adversarial: 'requests that fail, a forbidden shortcut, and texts that tell the reader to act otherwise',
} as const;
export type TaskKind = keyof typeof taskKinds;
