import { isDatabaseError } from '#db';
import pino from 'pino';
import type { FastifyBaseLogger } from 'fastify';
import { redactText } from './redaction.ts';

interface Sink {
  write(line: string): void;
}

/** What of an error may be logged. Database messages quote values, so of those only code and place are kept. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  if (isDatabaseError(error)) {
    const place = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
    return {
      type: 'DatabaseError',
      code: error.code,
      constraint: error.constraint,
      stack: place?.join('\n'),
      ...cause,
    };
  }
  const code = 'code' in error ? { code: error.code } : {};
  return { type: error.name, message: error.message, ...code, stack: error.stack, ...cause };
}

/** One JSON object a line, each passed through redaction. */
export function createLog(level: string, sink: Sink = process.stdout): FastifyBaseLogger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    { write: (line) => void sink.write(redactText(line)) },
  );
}
