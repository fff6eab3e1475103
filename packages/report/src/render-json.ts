import { type ReportDocument, reportDocumentSchema } from './document/report-document.js';

/** The report's data as JSON, with its fields in the schema's order. */
export function renderJson(document: ReportDocument): string {
  return `${JSON.stringify(reportDocumentSchema.parse(document), null, 2)}\n`;
}
