/** Why an evaluation failed, by JSONata's own code; `failureText` words it. Cheap to make: no stack is taken. */
export class EvaluationError {
  constructor(
    readonly code: string,
    readonly value?: unknown,
    readonly token?: string,
    readonly value2?: unknown,
  ) {}
}
