import { ObeyError, type ObeyErrorOptions } from '@obey/schema';
import { shortened } from '../json/code-points.js';

/** Code points of a message or a hint: what a template says is quoted in them, however long it is. */
const longest = 500;

/** What is wrong with a template, or with generating from it; `name` is the name that CompactBench gives the error. */
abstract class TemplateError extends ObeyError {
  constructor(name: string, message: string, options?: ObeyErrorOptions) {
    const { hint, ...rest } = options ?? {};
    super(
      'template-invalid',
      shortened(message, longest),
      hint === undefined ? rest : { ...rest, hint: shortened(hint, longest) },
    );
    this.name = name;
  }
}

/** The file is missing, is no YAML of the dialect, or has not the shape of a template. */
export class TemplateParseError extends TemplateError {
  constructor(message: string, options?: ObeyErrorOptions) {
    super('TemplateParseError', message, options);
  }
}

/** The template has the right shape and says something that cannot be: a name given twice, a reference to nothing. */
export class TemplateValidationError extends TemplateError {
  constructor(message: string, options?: ObeyErrorOptions) {
    super('TemplateValidationError', message, options);
  }
}

/** A variable names a generator that does not exist. */
export class UnknownGeneratorError extends TemplateError {
  constructor(message: string, options?: ObeyErrorOptions) {
    super('UnknownGeneratorError', message, options);
  }
}

/** A text refers to a variable that has no value. */
export class UnresolvedReferenceError extends TemplateError {
  constructor(message: string, options?: ObeyErrorOptions) {
    super('UnresolvedReferenceError', message, options);
  }
}

/** No case can be generated: a level without its settings, a count that is none, an unknown type of item. */
export class GenerationError extends TemplateError {
  constructor(message: string, options?: ObeyErrorOptions) {
    super('GenerationError', message, options);
  }
}
