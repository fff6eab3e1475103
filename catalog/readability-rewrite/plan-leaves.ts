import type { LeafPlan, Random } from '@obey/prepare';

export type Role = 'ordinary' | 'hard' | 'clause' | 'code' | 'atLimit' | 'justBelow' | 'justAbove';

export interface PlanSizes {
  readonly sections: number;
  readonly hardSections: number;
  readonly clauses: number;
  readonly rewriteBelow: number;
}

/** The part that each section without further headings plays, in the order of the manual. */
export function planLeaves(random: Random, sizes: PlanSizes): { role: Role; plan: LeafPlan }[] {
  const { sections, hardSections, clauses, rewriteBelow } = sizes;
  const planned: Role[] = [
    ...(['atLimit', 'justBelow', 'justAbove', 'code'] as const),
    ...Array.from({ length: hardSections }, () => 'hard' as const),
    ...Array.from({ length: clauses }, () => 'clause' as const),
  ];
  const rest = Array.from({ length: sections - planned.length }, () => 'ordinary' as const);
  return random.shuffle([...planned, ...rest]).map((role) => ({ role, plan: planOf(role, rewriteBelow) }));
}

function planOf(role: Role, limit: number): LeafPlan {
  const tenths = (offset: number): LeafPlan => {
    const ease = (limit * 10 + offset) / 10;
    return { kind: 'prose', ease: [ease, ease] };
  };
  switch (role) {
    case 'clause':
      return { kind: 'quoted' };
    case 'code':
      return { kind: 'code' };
    case 'atLimit':
      return tenths(0);
    case 'justBelow':
      return tenths(-1);
    case 'justAbove':
      return tenths(1);
    case 'hard':
      return { kind: 'prose', ease: [limit - 26, limit - 3] };
    case 'ordinary':
      return { kind: 'prose', ease: [limit + 3, limit + 38] };
  }
}
