/** How much of a run a report shows, so that the page stays small; what is left out is always counted. */
export interface ReportLimits {
  /** Trials shown with their details. */
  readonly trials: number;
  /** Findings, and likewise consequences and checks, per trial. */
  readonly findings: number;
  /** Distinct cited events per trial. */
  readonly events: number;
  /** Marks of one timeline, and of all together. */
  readonly marks: number;
  readonly allMarks: number;
  /** Lanes of one timeline. */
  readonly lanes: number;
  /** Characters of an event's text. */
  readonly textLength: number;
}

export const defaultLimits: ReportLimits = {
  trials: 500,
  findings: 60,
  events: 150,
  marks: 400,
  allMarks: 30_000,
  lanes: 80,
  textLength: 140,
};
