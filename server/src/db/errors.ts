interface DatabaseError {
  code: string;
  constraint?: string;
}

/** Both drivers throw errors with a five-character SQLSTATE. */
export function isDatabaseError(error: unknown): error is Error & DatabaseError {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
  );
}

/** A row with this key exists already. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return isDatabaseError(error) && error.code === '23505' && (!constraint || error.constraint === constraint);
}

/** Two transactions were in each other's way: run it again. */
export function isConflict(error: unknown): boolean {
  return isDatabaseError(error) && (error.code === '40001' || error.code === '40P01');
}

/** The role we came as may not do this. */
export function isDenied(error: unknown): boolean {
  return isDatabaseError(error) && error.code === '42501';
}

export function isDiskFull(error: unknown): boolean {
  return isDatabaseError(error) && error.code === '53100';
}

const GONE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** What the driver says without a code. */
const WORDLESS =
  /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error)/;

/** The database server is not there, is going away, has no connection to spare, or may not write (25006: it follows another now). */
export function isUnreachable(error: unknown): boolean {
  if (isDatabaseError(error)) return /^(08|57P|53300|55P03|57014|25P03|25006)/.test(error.code);
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && GONE.has(error.code)) return true;
  return WORDLESS.test(error.message);
}
