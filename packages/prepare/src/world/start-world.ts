import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ObeyError, type PreparedTask, type RawTraceEvent } from '@obey/schema';
import { StatefulSession } from './stateful-session.js';
import type { World, WorldOptions } from './world.js';
import { type WorldState, worldService } from './world-service.js';

/**
 * Starts one HTTP server on loopback, at a free port, for each service of a prepared task. Only what its routes say is
 * ever sent: facts, proofs and the secret stay in this process.
 *
 * @throws ObeyError `environment-failed` when no port can be had, `prepare-failed` when a service that keeps state cannot start
 */
export async function startWorld(
  prepared: Pick<PreparedTask, 'services' | 'seed'>,
  options: WorldOptions,
): Promise<World> {
  const events: RawTraceEvent[] = [];
  const underWay = new Set<Promise<void>>();
  let damage: string | undefined;
  let failure: string | undefined;
  const sessions = sessionsOf(options);
  const state: WorldState = {
    ...options,
    seed: prepared.seed,
    answered: new Set(),
    log: (event) => events.push(event),
    damaged: (what) => {
      damage ??= what;
    },
    failed: (what) => {
      failure ??= what;
    },
    sessions,
  };

  const requestTimeout = options.requestTimeoutMs ?? 30_000;
  const limits = {
    requestTimeout,
    headersTimeout: requestTimeout,
    connectionsCheckingInterval: Math.min(1_000, requestTimeout),
    keepAliveTimeout: 60_000,
  };
  const servers = new Map<string, Server>();
  for (const [name, service] of Object.entries(prepared.services)) {
    const handle = worldService(name, service, state);
    const server = createServer(limits, (request, response) => {
      const work: Promise<void> = handle(request, response)
        .catch((error: unknown) => {
          state.damaged(`${name} failed on a request: ${String(error)}`);
          response.destroy();
        })
        .finally(() => underWay.delete(work));
      underWay.add(work);
    });
    server.on('error', (error) => state.damaged(`${name} failed: ${String(error)}`));
    servers.set(name, server);
  }
  const stopAll = () => Promise.all([...servers.values()].map(close));
  const urls: Record<string, string> = {};
  try {
    for (const [name, server] of servers) urls[name] = await listen(server);
  } catch (cause) {
    await stopAll();
    throw new ObeyError('environment-failed', 'the simulated world could not listen on 127.0.0.1', { cause });
  }

  return {
    urls,
    events: () => events.toSorted((a, b) => a.start - b.start || a.end - b.end),
    damage: () => damage,
    failure: () => failure,
    async stop() {
      await stopAll();
      await Promise.all(underWay);
    },
  };
}

function sessionsOf({ stateful }: WorldOptions): Map<string, StatefulSession> {
  if (stateful === undefined) return new Map();
  const { services, context } = stateful;
  return new Map(
    Object.entries(services).map(([name, service]) => [name, new StatefulSession(name, service, context)]),
  );
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
