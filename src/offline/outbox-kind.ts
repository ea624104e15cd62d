/** What was handed in to be sent: something that can be written as JSON, and files. */
export interface Parcel<Content> {
  content: Content;
  files: readonly File[];
}

/** One parcel on its way. */
export interface Delivery<Content> extends Parcel<Content> {
  /** Chosen by the phone when it was handed in, and its idempotency key: a UUID. */
  id: string;
  /** Kept before it goes on: after a kill it is this content that is delivered. */
  keep: (content: Content) => Promise<void>;
  onProgress: (percent: number) => void;
}

/** The server has it. */
export interface Arrival {
  /** The server's time, ISO. */
  at: string;
  /** What the person may name it by. */
  code: string;
  /** The server's id of what it has become, or belongs to: that is what can be opened. */
  about: string;
  /** Files the server would not take. */
  refusedFiles: number;
}

/**
 * How one kind of thing is sent, said by the module it belongs to and fetched only when there is one. Delivering again
 * what has arrived must give the same arrival; rejects with an AppError.
 */
export interface OutboxKind<Content> {
  /** Kept on phones: never changes. */
  name: string;
  version: number;
  /** Content handed in with an older version of the app. */
  migrate: (content: unknown, version: number) => Content;
  /** A few words of the person's own, to know it by. */
  title: (content: Content) => string;
  /** The server's id of what it belongs to; absent: it belongs to nothing that was there before. */
  about?: (content: Content) => string;
  /** Files made smaller, for a phone that has no room for them as they are; absent: they cannot be. */
  shrink?: (files: readonly File[]) => Promise<File[]>;
  deliver: (delivery: Delivery<Content>) => Promise<Arrival>;
}

/** A kind whose content only it understands; the outbox hands it back as it was. */
export type AnyOutboxKind = OutboxKind<unknown>;

/** By name, for what was kept before the app was closed. */
export type OutboxKinds = Readonly<Record<string, () => Promise<AnyOutboxKind>>>;
