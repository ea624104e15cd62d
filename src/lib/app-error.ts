import type { Language } from './texts';

/** What can go wrong, in the words of the house; each has sentences for citizens in error-words.ts. */
export type AppErrorKind =
  | 'offline'
  | 'timeout'
  | 'level'
  | 'session'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'invalid'
  | 'busy'
  | 'server'
  | 'host'
  | 'bug';

/** Three parts, always: what happened; what is kept and what to do next. */
export interface ErrorWords {
  title: string;
  body: string;
}

export interface FieldError {
  /** A field id (`childDob`, `witnesses.0.name`), `papers.<paperId>` or `declaration.<id>`. */
  path: string;
  code: string;
  /** The sentence for under the field, in Vietnamese, as the server would say it. */
  message: string;
}

export interface AppErrorParts {
  /** A contract problem code, or one of the zalo room's own. */
  code?: string;
  /** Whether the very same call may succeed if repeated. */
  retry?: boolean;
  /** Seconds to wait before repeating. */
  retryAfter?: number;
  fields?: FieldError[];
  /** For the line "Mã lỗi để báo". */
  requestId?: string;
  /** Better words than those of the kind. */
  words?: Readonly<Record<Language, ErrorWords>>;
  /** The problem document as it came; read it by `problemOf` of #api. */
  problem?: unknown;
  cause?: unknown;
}

/** Breakage, in one vocabulary; made in api/problem.ts and zalo/refusal.ts only. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly kind: AppErrorKind;
  readonly code: string | undefined;
  readonly retry: boolean;
  readonly retryAfter: number | undefined;
  readonly fields: FieldError[];
  readonly requestId: string | undefined;
  readonly words: Readonly<Record<Language, ErrorWords>> | undefined;
  readonly problem: unknown;
  override readonly cause: unknown;

  constructor(kind: AppErrorKind, parts: AppErrorParts = {}) {
    super(parts.code === undefined ? kind : `${kind}: ${parts.code}`);
    this.kind = kind;
    this.code = parts.code;
    this.retry = parts.retry ?? false;
    this.retryAfter = parts.retryAfter;
    this.fields = parts.fields ?? [];
    this.requestId = parts.requestId;
    this.words = parts.words;
    this.problem = parts.problem;
    this.cause = parts.cause;
  }
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}

/** Anything thrown, as an AppError: what is not one already is a bug of ours. */
export function toAppError(error: unknown): AppError {
  return isAppError(error) ? error : new AppError('bug', { cause: error });
}
