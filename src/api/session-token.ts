import { AppError } from '#lib/app-error';

/** Who makes sessions: the auth room. The token is opaque, lives half an hour, and only in memory. */
export interface SessionSource {
  /** The token of a session, made if there is none; `renew` makes a new one in place of `stale`. */
  token(): Promise<string>;
  renew(stale: string): Promise<string>;
  /** The server says that the level is lower than the app believes. */
  levelDoubted(): void;
}

let source: SessionSource | undefined;

/** Called once at boot; returns the way back, for tests. */
export function bindSession(maker: SessionSource): () => void {
  const before = source;
  source = maker;
  return () => {
    source = before;
  };
}

export function sessionSource(): SessionSource {
  if (source === undefined) throw new AppError('session', { code: 'nobody-makes-sessions' });
  return source;
}

/** The present session's token, for requests that are not typed calls (uploads). */
export function currentToken(): Promise<string> {
  return sessionSource().token();
}
