/** Questions to the person at the terminal. Each throws an ObeyError `interrupted` when it is answered by Ctrl-C. */
export interface Prompts {
  select(message: string, options: readonly SelectOption[]): Promise<string>;
  text(message: string, options?: TextOptions): Promise<string>;
  confirm(message: string): Promise<boolean>;
}

export interface SelectOption {
  readonly value: string;
  readonly hint: string;
}

export interface TextOptions {
  readonly initial?: string;
  /** What is wrong with an answer; undefined when nothing. */
  readonly problem?: (answer: string) => string | undefined;
}
