import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the operators watch, in Prometheus' words. Labels are operation names and codes, never anything of a person. */
export interface Metrics {
  registry: Registry;
  requests: Histogram<'operation' | 'status'>;
  jobs: Counter<'kind' | 'outcome'>;
  jobsWaiting: Gauge<'state'>;
  messages: Counter<'channel' | 'outcome'>;
  oaNeedsConsent: Gauge;
  scans: Counter<'outcome'>;
  shed: Counter<'kind'>;
}

/** A registry of its own, so that several servers may live in one process (tests). */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'http_request_seconds',
      help: 'Time to answer, by operation and status',
      labelNames: ['operation', 'status'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    jobs: new Counter({
      name: 'jobs_total',
      help: 'Jobs run, by kind and outcome',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    jobsWaiting: new Gauge({ name: 'jobs_waiting', help: 'Jobs queued or dead', labelNames: ['state'], registers }),
    messages: new Counter({
      name: 'messages_total',
      help: 'Steps of notices outside the app, by channel and outcome',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    oaNeedsConsent: new Gauge({
      name: 'oa_needs_consent',
      help: '1 when the Official Account must be authorised again',
      registers,
    }),
    shed: new Counter({
      name: 'requests_shed_total',
      help: 'Requests told to come back because too many stood in line: reading, writing',
      labelNames: ['kind'],
      registers,
    }),
    scans: new Counter({
      name: 'file_scans_total',
      help: 'Files shown to the malware scanner, by outcome: clean, threat, silent',
      labelNames: ['outcome'],
      registers,
    }),
  };
}
