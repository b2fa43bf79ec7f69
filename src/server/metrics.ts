import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, Registry } from 'prom-client';
import type { Services } from '../platform/context/context.ts';
import { countJobs } from '../platform/jobs/count-jobs.ts';
import { onePerPeil } from '../platform/context/one-per-peil.ts';
import { version } from './version.ts';

const buckets_s = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What Prometheus reads of one Peil. A registry of its own, since tests run several in one process. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  /** Counts every answer of this server from here on, by route and never by address: ids would fill the memory. */
  watch(app: FastifyInstance): void;
}

export const metricsOf = onePerPeil<Metrics>((services) => {
  const registry = new Registry();
  const answers = new Histogram({
    name: 'peil_http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer; its count is the number of requests.',
    labelNames: ['method', 'route', 'status'],
    buckets: buckets_s,
    registers: [registry],
  });
  addDatabase(registry, services);
  addJobs(registry, services);
  addProcess(registry);
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    watch: (app) => {
      app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
        const route = routeOptions.url ?? 'none';
        // A stream lasts as long as its page: its duration tells nothing.
        if (route !== '/api/events')
          answers.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
      });
      addEventLoop(registry, app);
    },
  };
});

function addDatabase(registry: Registry, { database }: Services): void {
  const gauge = new Gauge({
    name: 'peil_database_waiting',
    help: 'Reads and transactions that wait for a connection to the database.',
    labelNames: ['kind'],
    registers: [registry],
    collect: () => {
      const { reads, transactions } = database.waiting();
      gauge.set({ kind: 'read' }, reads);
      gauge.set({ kind: 'transaction' }, transactions);
    },
  });
}

function addJobs(registry: Registry, { database, clock }: Services): void {
  const oldest = new Gauge({
    name: 'peil_job_oldest_due_seconds',
    help: 'How long the first of the jobs that are due has been waiting.',
    registers: [registry],
  });
  const depth = new Gauge({
    name: 'peil_jobs',
    help: 'Jobs by state: due now, due later, running, and failed for good.',
    labelNames: ['state'],
    registers: [registry],
    collect: async () => {
      const { oldest_ms, ...counts } = await countJobs(database.watcher, clock.now());
      for (const [state, count] of Object.entries(counts)) depth.set({ state }, count);
      oldest.set(oldest_ms / 1000);
    },
  });
}

function addProcess(registry: Registry): void {
  const info = new Gauge({
    name: 'peil_info',
    help: 'The version that runs.',
    labelNames: ['version'],
    registers: [registry],
  });
  info.set({ version }, 1);
  const memory: Gauge = new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of the server process.',
    registers: [registry],
    collect: () => memory.set(process.memoryUsage.rss()),
  });
  const cpu: Gauge = new Gauge({
    name: 'process_cpu_seconds_total',
    help: 'Time of the processor that the server process used.',
    registers: [registry],
    collect: () => {
      const { user, system } = process.cpuUsage();
      cpu.set((user + system) / 1e6);
    },
  });
}

function addEventLoop(registry: Registry, app: FastifyInstance): void {
  const delay = monitorEventLoopDelay({ resolution: 50 });
  delay.enable();
  app.addHook('onClose', async () => void delay.disable());
  const lag = new Gauge({
    name: 'nodejs_eventloop_lag_seconds',
    help: 'How late the event loop was, since the last time this was read.',
    labelNames: ['quantile'],
    registers: [registry],
    collect: () => {
      for (const quantile of [50, 99, 100]) {
        const seconds = Number.isNaN(delay.mean) ? 0 : Math.max(0, delay.percentile(quantile) / 1e9 - 0.05);
        lag.set({ quantile: String(quantile / 100) }, seconds);
      }
      delay.reset();
    },
  });
}
