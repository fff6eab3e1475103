// Building: results and traces in, one document out

export { type BuildReportOptions, buildReport } from './document/build-report.js';
export type { TraceEvents } from './document/collect-trace.js';
export {
  type HeatCell,
  heatCellSchema,
  type NumberedFinding,
  type ReportDocument,
  type ReportTrial,
  reportDocumentSchema,
  reportTrialSchema,
  type ShownEvent,
  type ShownFindings,
  shownEventSchema,
} from './document/report-document.js';
export { defaultLimits, type ReportLimits } from './document/report-limits.js';
export {
  type Lane,
  laneSchema,
  type Mark,
  markSchema,
  type Timeline,
  timelineSchema,
} from './document/timeline.js';
// Escaping text that candidates decide on
export { escapeHtml } from './escape/escape-html.js';
export { escapeMarkdown, markdownCode } from './escape/escape-markdown.js';
export { escapeTerminal } from './escape/escape-terminal.js';
// Rendering
export { renderHtml } from './html/render-html.js';
export { renderMarkdown } from './markdown/render-markdown.js';
// Folders
export { readTrialResult, readTrialTrace, tracesOfRun } from './read-trial.js';
export { renderJson } from './render-json.js';
// Terminal
export { renderLeaderboardText, type TextOptions } from './terminal/render-leaderboard-text.js';
export { renderScorecardText } from './terminal/render-scorecard-text.js';
export { type Cell, type Column, fit as fitText, textTable, textWidth } from './terminal/text-table.js';
export { type WrittenReport, writeReport } from './write-report.js';
