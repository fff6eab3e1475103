import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { catalogCalibrateVerb } from './catalog-calibrate.js';
import { catalogExplainVerb } from './catalog-explain.js';
import { catalogListVerb } from './catalog-list.js';
import { catalogNewVerb } from './catalog-new.js';
import { catalogShowVerb } from './catalog-show.js';
import { catalogValidateVerb } from './catalog-validate.js';

/** `obey catalog …`: each of its verbs is a file of its own. */
export function catalogVerb(program: Command, context: CommandContext): void {
  const verb = program.command('catalog').description('list, show, explain, make and validate tasks');
  catalogListVerb(verb, context);
  catalogShowVerb(verb, context);
  catalogExplainVerb(verb, context);
  catalogNewVerb(verb, context);
  catalogValidateVerb(verb, context);
  catalogCalibrateVerb(verb, context);
}
