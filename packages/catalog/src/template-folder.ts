import { fileURLToPath } from 'node:url';

/** The folder of a template that new tasks start from; the same path holds from src and from dist. */
export function templateFolder(name: string): string {
  return fileURLToPath(new URL(`../templates/${name}`, import.meta.url));
}
