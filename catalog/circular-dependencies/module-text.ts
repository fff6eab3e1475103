/** A module as this package writes them: imports, then statements with an empty line between them. */
export interface ModuleText {
  /** Specifier → names, a type with `type ` before it. */
  readonly imports: Map<string, string[]>;
  statements: string[];
}

const importLine = /^import (type )?\{ (.*) \} from '(.*)';$/;

export function parseModule(text: string): ModuleText {
  const imports = new Map<string, string[]>();
  const lines = text.trim().split('\n');
  while (lines[0] !== undefined) {
    const [, isType, names = '', specifier = ''] = importLine.exec(lines[0]) ?? [];
    if (specifier === '' && lines[0].trim() !== '') break;
    if (specifier !== '') {
      imports.set(
        specifier,
        names.split(', ').map((name) => (isType === undefined ? name : `type ${name}`)),
      );
    }
    lines.shift();
  }
  return {
    imports,
    statements: lines
      .join('\n')
      .split(/\n\n+/)
      .filter((one) => one.trim() !== ''),
  };
}

export function printModule({ imports, statements }: ModuleText): string {
  const lines = [...imports]
    .filter(([, names]) => names.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([specifier, names]) => {
      const isType = names.every((name) => name.startsWith('type '));
      const list = isType ? names.map(bareName) : names;
      return `import ${isType ? 'type ' : ''}{ ${list.join(', ')} } from '${specifier}';`;
    });
  return `${[...(lines.length > 0 ? [lines.join('\n')] : []), ...statements].join('\n\n')}\n`;
}

/** The name that a statement declares, and whether it is a type. */
export function declaredIn(statement: string): { name: string; isType: boolean; isVariable: boolean } | undefined {
  const [, keyword = '', name] =
    /^(?:\/\*\*[\s\S]*?\*\/\n)?(?:export )?(const|let|function|class|interface|type) (\w+)/.exec(statement) ?? [];
  if (name === undefined) return undefined;
  return { name, isType: /^(interface|type)$/.test(keyword), isVariable: /^(const|let)$/.test(keyword) };
}

/** Whether a text uses a name. */
export function uses(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w.])${name}\\b`).test(text.replaceAll(/\/\*\*[\s\S]*?\*\//g, ''));
}

export function bareName(name: string): string {
  return name.replace(/^type /, '');
}
