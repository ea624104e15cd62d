/** What people were told is kept, to be looked for afterwards. */
export interface Notebook {
  /** By draft. */
  dossiers: Map<string, { code: string; id: string; owner: string }>;
  reports: Map<string, { code: string; owner: string }>;
  questions: Map<string, { code: string; owner: string }>;
  /** The newest answers that were acknowledged. */
  drafts: Map<string, { childName: string; owner: string }>;
  /** SHA-256 of what is kept, by file. */
  papers: Map<string, { sha256: string; owner: string }>;
  /** `isKnown`: the server has said that it was paid. */
  orders: Map<string, { code: string; owner: string; isPaid: boolean; isKnown: boolean }>;
  did: Record<string, number>;
}

export const openNotebook = (): Notebook => ({
  dossiers: new Map(),
  reports: new Map(),
  questions: new Map(),
  drafts: new Map(),
  papers: new Map(),
  orders: new Map(),
  did: {},
});
