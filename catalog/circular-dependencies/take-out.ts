import path from 'node:path';
import { bareName, declaredIn, type ModuleText, parseModule, printModule, uses } from './module-text.js';

const layers = ['shared', 'model', 'rules', 'services', 'reports'];

/** The one import of a ring that goes up. */
export interface UpwardImport {
  readonly lower: string;
  readonly upper: string;
  readonly names: readonly string[];
}

/** Finds it by docs/architecture.md; undefined when there is none, as when it has been taken out. */
export function upwardImport(texts: Readonly<Record<string, string>>): UpwardImport | undefined {
  for (const [lower, text] of Object.entries(texts)) {
    for (const [specifier, names] of parseModule(text).imports) {
      const upper = targetOf(lower, specifier);
      if (upper in texts && layerOf(upper) > layerOf(lower)) return { lower, upper, names: names.map(bareName) };
    }
  }
  return undefined;
}

/** What keeps state stays where it is and is handed over; all else moves down. */
export function isStateful(texts: Readonly<Record<string, string>>, { upper, names }: UpwardImport): boolean {
  const { statements } = parseModule(texts[upper] ?? '');
  return needed(statements, names).some((statement) => {
    const declared = declaredIn(statement);
    if (declared === undefined || !declared.isVariable) return false;
    const written = new RegExp(
      `\\b${declared.name}(?:\\.\\w+)? [-+]?= |\\b${declared.name}\\.(?:add|set|push|delete)\\(`,
    );
    return statements.some((other) => other !== statement && written.test(other));
  });
}

/** The ring's modules without its upward import, those that change; `entry` is the text of what passes names on. */
export function takeOut(texts: Readonly<Record<string, string>>, entry: string): Record<string, string> {
  const upward = upwardImport(texts);
  if (upward === undefined) return {};
  const lower = parseModule(texts[upward.lower] ?? '');
  const upper = parseModule(texts[upward.upper] ?? '');
  if (isStateful(texts, upward)) handOver(upward, lower, upper);
  else moveDown(upward, lower, upper, entry);
  return { [upward.lower]: printModule(lower), [upward.upper]: printModule(upper) };
}

function moveDown(
  { lower: low, upper: up, names }: UpwardImport,
  lower: ModuleText,
  upper: ModuleText,
  entry: string,
): void {
  const moved = needed(upper.statements, names);
  const down = specifierOf(up, low);
  lower.imports.delete(specifierOf(low, up));
  upper.statements = upper.statements.filter((statement) => !moved.includes(statement));
  for (const [specifier, taken] of upper.imports) {
    for (const name of taken) {
      const target = targetOf(up, specifier);
      if (target === low || !moved.some((statement) => uses(statement, bareName(name)))) continue;
      add(lower.imports, specifierOf(low, target), name);
    }
  }
  for (const statement of moved) {
    const { name = '', isType = false } = declaredIn(statement) ?? {};
    if (upper.statements.some((other) => uses(other, name))) add(upper.imports, down, isType ? `type ${name}` : name);
    if (uses(entry, name)) upper.statements.unshift(`export ${isType ? 'type ' : ''}{ ${name} } from '${down}';`);
  }
  lower.statements = [...moved, ...lower.statements];
  for (const [specifier, taken] of upper.imports) {
    upper.imports.set(
      specifier,
      taken.filter((name) => upper.statements.some((one) => uses(one, bareName(name)))),
    );
  }
}

function handOver({ lower: low, upper: up, names }: UpwardImport, lower: ModuleText, upper: ModuleText): void {
  lower.imports.delete(specifierOf(low, up));
  for (const name of names) {
    const declaration = upper.statements.find((statement) => declaredIn(statement)?.name === name) ?? '';
    const [, parameters = '', result = 'void'] = /function \w+\(([^)]*)\): ([^{]*) \{/.exec(declaration) ?? [];
    const changed: string[] = [];
    lower.statements = lower.statements.map((statement) => {
      if (!uses(statement, name)) return statement;
      changed.push(declaredIn(statement)?.name ?? '');
      if (statement.includes(` = ${name}`)) return statement.replace(` = ${name}`, '');
      return statement.replace(/(function \w+\()([^)]*)\)/, (_, head, list) => {
        return `${head}${list === '' ? '' : `${list}, `}${name}: (${parameters}) => ${result})`;
      });
    });
    upper.statements = upper.statements.map((statement) =>
      changed.reduce(
        (text, caller) => text.replaceAll(new RegExp(`\\b${caller}\\(([^()]*)\\)`, 'g'), `${caller}($1, ${name})`),
        statement,
      ),
    );
  }
}

/** The statements that declare these names, with those of the same module that they need. */
function needed(statements: readonly string[], names: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    const statement = statements.find((one) => declaredIn(one)?.name === name);
    if (statement === undefined || found.has(statement)) return;
    found.add(statement);
    for (const other of statements) {
      const declared = declaredIn(other)?.name;
      if (declared !== undefined && uses(statement, declared)) visit(declared);
    }
  };
  names.forEach(visit);
  return statements.filter((statement) => found.has(statement));
}

function add(imports: ModuleText['imports'], specifier: string, name: string): void {
  const names = imports.get(specifier) ?? [];
  if (!names.includes(name))
    imports.set(
      specifier,
      [...names, name].sort((a, b) => (bareName(a) < bareName(b) ? -1 : 1)),
    );
}

function layerOf(name: string): number {
  const layer = layers.indexOf(name.split('/')[1] ?? '');
  return layer < 0 ? layers.length : layer;
}

function targetOf(from: string, specifier: string): string {
  return path.posix.join(path.posix.dirname(from), specifier);
}

function specifierOf(from: string, to: string): string {
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}
