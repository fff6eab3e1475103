import type { Block, Node, Process, StepNode } from '../../ast.js';
import type { Deviation } from '../deviation.js';
import { type Place, placesIn, stepsIn } from '../places.js';

/** An aggregate, and the last node before it that makes inputs for it. */
interface Site {
  readonly step: StepNode;
  readonly block: Block;
  /** The node to be moved: the aggregate or what it stands in. */
  readonly moved: Node;
  readonly source: Node;
  /** Whether earlier nodes make inputs too, so that the whole source can come afterwards. */
  readonly whole: boolean;
}

/** Combines before all inputs are there: before the last source of inputs or, of a single one, after half of its items. */
export const earlyAggregate: Deviation = {
  name: 'early-aggregate',
  dimension: 'ordering',
  says: 'aggregates before all inputs are there',
  isAhead: true,
  applies: (process) => sitesIn(process).length > 0,
  begin(walk, process) {
    const site = walk.choose('early-aggregate', sitesIn(process));
    if (site === undefined) return {};
    return {
      block(nodes, _context, proceed) {
        if (nodes !== site.block) return proceed(nodes);
        const rest = nodes.filter((node) => node !== site.moved);
        const at = rest.indexOf(site.source);
        return proceed(site.whole ? [...rest.slice(0, at), site.moved, ...rest.slice(at)] : rest);
      },
      async forEach(node, bindings, context, proceed) {
        if (site.whole || node !== site.source) return proceed(bindings, node.mode);
        // Of a loop that can end early, only the first item is sure to come before its end.
        const half = node.while === undefined ? Math.ceil(bindings.length / 2) : 1;
        await proceed(bindings.slice(0, half), node.mode);
        await walk.block([site.moved], context);
        await proceed(bindings.slice(half), node.mode);
      },
      step(node, context, proceed) {
        if (node === site.step) walk.departed(node, context.item);
        return proceed({});
      },
    };
  },
};

function sitesIn(process: Process): Site[] {
  const places = placesIn(process);
  const placeOf = new Map(places.map((place) => [place.node, place]));
  return places.flatMap(({ node, parents }) => {
    if (node.type !== 'step' || node.aggregate === undefined) return [];
    const levels = [node, ...parents.toReversed()].flatMap((level) => placeOf.get(level) ?? []);
    return siteOf(node, node.aggregate.of, levels) ?? [];
  });
}

/** The innermost level at which a node before the aggregate makes inputs for it. */
function siteOf(step: StepNode, of: readonly string[], levels: readonly Place[]): Site | undefined {
  for (const { node: moved, block, index } of levels) {
    const sources = block.slice(0, index).filter((node) => stepsIn([node]).some((inner) => of.includes(inner.step)));
    const source = sources.at(-1);
    if (source === undefined) continue;
    const whole = sources.length > 1;
    return whole || source.type === 'forEach' ? { step, block, moved, source, whole } : undefined;
  }
  return undefined;
}
