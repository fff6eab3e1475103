/** One thing that an agent did through its abilities, with what it saw. */
export type Observation =
  | {
      readonly type: 'request';
      /** Undefined for an address outside the world. */
      readonly service: string | undefined;
      readonly method: string;
      readonly path: string;
      readonly query: string;
      readonly status: number;
      readonly body: string;
      /** The body of the request itself. */
      readonly sent?: string | undefined;
    }
  | { readonly type: 'ran'; readonly command: string; readonly exit: number; readonly stdout: string }
  | { readonly type: 'read'; readonly path: string; readonly content: string }
  | { readonly type: 'wrote'; readonly path: string; readonly content: string }
  | { readonly type: 'renamed'; readonly from: string; readonly path: string }
  | { readonly type: 'deleted'; readonly path: string }
  | { readonly type: 'delegated'; readonly label: string }
  | { readonly type: 'replied'; readonly text: string };
