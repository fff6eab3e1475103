import type { CaseValue } from './case-value.js';

/** Where maps stay maps, as paths in which `*` is any member. */
export type MapPaths = readonly (readonly string[])[];

/** Turns maps into the plain objects that a schema reads, except those at `maps`, which hold data under keys of their own. */
export function plainObjects(value: CaseValue, maps: MapPaths): unknown {
  if (value instanceof Map) {
    if (maps.some((path) => path.length === 0)) return value;
    const object: Record<string, unknown> = Object.create(null);
    for (const [key, member] of value) object[key] = plainObjects(member, below(maps, key));
    return object;
  }
  return Array.isArray(value) ? value.map((member) => plainObjects(member, below(maps, '*'))) : value;
}

function below(maps: MapPaths, key: string): MapPaths {
  return maps.filter(([first]) => first === key || first === '*').map((path) => path.slice(1));
}
