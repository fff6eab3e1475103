import type { Random } from '@obey/prepare';

interface Cluster {
  readonly id: string;
  readonly hosts: readonly { readonly id: string }[];
}

export interface ClusterPlan {
  readonly failing: ReadonlySet<string>;
  /** Clusters that end before their last host. */
  readonly stopping: readonly string[];
  /** Clusters with one host that fails. */
  readonly unwell: readonly string[];
  /** Hosts that nobody should get to. */
  readonly unreached: readonly string[];
}

/**
 * Two of five clusters stop, at least one: the first right after its second host, others in their second half. As
 * many have one failure, which stops nothing; the rest are well, at least one.
 */
export function planClusters(random: Random, clusters: readonly Cluster[]): ClusterPlan {
  const shuffled = random.fork('order').shuffle(clusters);
  const count = Math.max(1, Math.floor((clusters.length * 2) / 5));
  const stopping = shuffled.slice(0, count);
  const unwell = shuffled.slice(count, Math.min(clusters.length - 1, Math.max(2 * count, count + 2)));
  const failing = new Set<string>();
  const unreached: string[] = [];
  for (const [index, { id, hosts }] of stopping.entries()) {
    const draw = random.fork('stopping', id);
    // The second failure comes before the last host, so that something is left undone.
    const second = index === 0 ? 1 : draw.integer(Math.max(1, Math.floor(hosts.length / 2)), hosts.length - 2);
    const first = draw.integer(0, second - 1);
    for (const at of [first, second]) failing.add(hosts[at]?.id ?? '');
    unreached.push(...hosts.slice(second + 1).map((host) => host.id));
  }
  for (const { id, hosts } of unwell) failing.add(random.fork('unwell', id).pick(hosts).id);
  return { failing, stopping: stopping.map(({ id }) => id), unwell: unwell.map(({ id }) => id), unreached };
}
