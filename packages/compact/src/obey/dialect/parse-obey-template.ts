import { dialectOf } from '../../template/dialect.js';
import { TemplateParseError, TemplateValidationError } from '../../template/errors.js';
import { readYamlSource, type YamlSource } from '../../template/yaml-source.js';
import { findFault } from './find-fault.js';
import type { ActTurn, ObeyTemplate } from './obey-template.js';
import { obeyTemplateMaps, obeyTemplateSchema } from './obey-template-schema.js';

/** A template of the dialect `obey-1`, with the text that it was read from. */
export interface ObeyTemplateFile {
  readonly dialect: 'obey-1';
  readonly template: ObeyTemplate;
  readonly source: YamlSource;
}

/**
 * Reads and validates a template of the dialect `obey-1`.
 *
 * @param from the text of the file, or what `readYamlSource` made of it
 * @param file its name, for messages
 * @throws TemplateParseError, TemplateValidationError with file, line and column
 */
export function parseObeyTemplate(from: string | YamlSource, file?: string): ObeyTemplateFile {
  const source = typeof from === 'string' ? readYamlSource(from, file) : from;
  const dialect = dialectOf(source);
  if (dialect !== 'obey-1') {
    throw new TemplateParseError(`expected the dialect obey-1, found ${dialect}`, { at: source.placeOf(['dialect']) });
  }
  const { transcript, continuation, ...rest } = source.parse(obeyTemplateSchema, ['template'], obeyTemplateMaps);
  const blocks = transcript.turns.filter(({ role }) => role !== undefined);
  const where = source.placeOf(['template', 'transcript', 'turns']);
  if (blocks.length !== 1 || blocks.some(({ act, count }) => act !== undefined || count === undefined)) {
    throw new TemplateParseError(`template.transcript.turns: expected one distractor_block with its count`, {
      at: where,
      hint: 'its turns are spread over the whole transcript, wherever it stands',
    });
  }
  const acts = transcript.turns.flatMap(({ role, count, act, ...turn }): ActTurn[] => {
    if (role !== undefined) return [];
    if (act !== undefined && count === undefined) return [{ act, ...turn }];
    throw new TemplateParseError('template.transcript.turns: expected an act, found a turn without one', { at: where });
  });
  const template: ObeyTemplate = {
    ...rest,
    acts,
    continuation: continuation.map(({ turns, ...entry }) => ({ ...entry, acts: turns })),
  };
  const fault = findFault(template);
  if (fault === undefined) return { dialect, template, source };
  throw new TemplateValidationError(fault.message, {
    at: source.placeOf(['template', ...fault.path]),
    ...(fault.hint === undefined ? {} : { hint: fault.hint }),
  });
}
