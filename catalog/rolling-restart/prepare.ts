import { drawIdentifiers, jsonText, type Prepare } from '@obey/prepare';
import { planClusters } from './plan-clusters.js';
import { drawProbes, passedOf } from './probes.js';

const places =
  'amber basalt cobalt copper flint garnet jasper marble onyx opal quartz ruby sable slate topaz zinc'.split(' ');

export const prepare: Prepare<{ clusters: number; hosts: number }> = ({ parameters, random, token }) => {
  const ids = random.fork('places').sample(places, parameters.clusters);
  const numbers = drawIdentifiers(random.fork('hosts'), '@##', parameters.clusters * parameters.hosts);
  const shuffled = random.fork('order').shuffle(numbers);
  const clusters = ids.map((id, index) => ({
    id,
    hosts: shuffled
      .slice(index * parameters.hosts, (index + 1) * parameters.hosts)
      .map((number) => ({ id: `${id}-${number.toLowerCase()}` })),
  }));
  const failing = planClusters(random.fork('plan'), clusters);
  const probed = clusters.flatMap(({ id: cluster, hosts }) =>
    hosts.map(({ id }) => ({
      id,
      cluster,
      probes: drawProbes(random.fork('probes', id), failing.failing.has(id)),
    })),
  );
  const post = (path: string, state: string) => ({
    method: 'POST' as const,
    path,
    answers: [{ status: 202, body: JSON.stringify({ state }) }],
  });
  return {
    files: { 'input/inventory.json': jsonText(clusters) },
    services: {
      fleet: {
        routes: probed.flatMap(({ id, cluster, probes }) => {
          const reference = token(`${cluster}/${id}`);
          const stamps = [reference.slice(0, 5), reference.slice(5, 10), reference.slice(10)];
          return [
            post(`/hosts/${id}/drain`, 'drained'),
            post(`/hosts/${id}/restart`, 'restarted'),
            post(`/hosts/${id}/undrain`, 'serving'),
            ...probes.map((ok, index) => ({
              path: `/hosts/${id}/health/${index + 1}`,
              answers: [{ body: JSON.stringify({ host: id, probe: index + 1, ok, stamp: stamps[index] }) }],
            })),
          ];
        }),
      },
    },
    facts: {
      clusters,
      health: Object.fromEntries(probed.map(({ id, probes }) => [id, passedOf(probes)])),
      planted: {
        stopping: failing.stopping,
        unwell: failing.unwell,
        failing: [...failing.failing],
        unreached: failing.unreached,
      },
    },
  };
};
