import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes the folder of a file that is to be written, as the reference does. @throws ObeyError `not-found` when it cannot be */
export const makeFolderOf = (path: string, shown: string): Promise<unknown> =>
  orCannotWrite(mkdir(dirname(path), { recursive: true }), shown);

/** What writes a file, or one line that says which could not be. @throws ObeyError `not-found` */
export async function orCannotWrite<Result>(writing: Promise<Result>, shown: string): Promise<Result> {
  try {
    return await writing;
  } catch (cause) {
    const { ObeyError } = await import('@obey/schema');
    throw new ObeyError('not-found', `cannot write ${shown}`, { cause, hint: 'give the path of a file' });
  }
}
