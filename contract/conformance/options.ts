import type { Request } from './client.ts';

/** A request the server should accept; what is left out is made from the contract. `{{uuid}}` becomes a new one each time. */
export interface SampleRequest {
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: Request['body'];
}

/** What the contract cannot know: things that exist on this server, and bodies its rules accept. */
export interface Fixtures {
  /** By parameter (`dossierId`), or by place (`/wallet/documents/{documentId}`) where one name means several things. */
  things?: Readonly<Record<string, string>>;
  /** By operation. */
  requests?: Readonly<Record<string, SampleRequest>>;
}

export interface IntegrationKey {
  scopes: readonly string[];
  secret: string;
}

/** What must be refused, who is let in from where, and what is answered. */
export const conformanceParts = ['refusals', 'cors', 'answers'] as const;

export interface ConformanceOptions {
  baseUrl: string;
  /** Sessions of somebody at level 0, 1 and 2. */
  tokens: { visitor?: string | undefined; contact?: string | undefined; citizen?: string | undefined };
  integrationKeys: readonly IntegrationKey[];
  fixtures: Fixtures;
  /** By operation: requests made when they are sent, for what is used up or over in minutes. */
  madeAtOnce?: Readonly<Record<string, (() => Promise<SampleRequest>) | undefined>>;
  /** Also what changes something on the server. Without it only reading, and what must be refused. */
  writes: boolean;
  /** Operations to be asked; without it all of them. */
  only?: readonly string[] | undefined;
  /** Without it all of them. */
  parts?: readonly (typeof conformanceParts)[number][];
  origins?: readonly string[];
}

/** Both addresses Zalo opens a mini app at. */
export const ZALO_ORIGINS = ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn'] as const;
