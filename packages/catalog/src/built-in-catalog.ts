import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the built-in tasks: the repository's own in a checkout, else the copy inside this package. */
export function builtInCatalog(): string {
  const checkout = new URL('../../../', import.meta.url);
  const inCheckout = ['pnpm-workspace.yaml', 'packages/catalog/package.json', 'catalog'].every((name) =>
    existsSync(new URL(name, checkout)),
  );
  return fileURLToPath(inCheckout ? new URL('catalog', checkout) : new URL('../tasks', import.meta.url));
}
