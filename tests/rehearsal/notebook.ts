/** What the people of a rehearsal tried and what was acknowledged to them. */

interface Attempt {
  kind: string;
  began: number;
  ended: number;
  /** 0: no answer. */
  status: number;
}

interface Plain {
  status: number;
  body: Buffer;
}

export interface Step {
  name: string;
  from: number;
  until: number;
  /** Parts of the time it took, in seconds. */
  parts: Record<string, number>;
}

const WRITES = ['submit', 'report', 'save', 'upload'];
const isGood = ({ status }: Attempt): boolean => status >= 200 && status < 500 && status !== 429;

export function createNotebook(reportForm: string) {
  const attempts: Attempt[] = [];
  const surprises: string[] = [];
  const steps: Step[] = [];
  let withoutAnswer = 0;

  /** The longest time in which nobody got a good answer of these kinds. */
  function longestSilence(kinds: readonly string[], { from, until }: Step): number {
    const good = attempts.filter((one) => kinds.includes(one.kind) && isGood(one)).map(({ ended }) => ended);
    const within = [from, ...good.filter((at) => at > from && at < until).sort((a, b) => a - b), until];
    return Math.max(...within.slice(1).map((at, index) => at - (within[index] ?? at))) / 1000;
  }

  return {
    /** The version of the form that reports are written in. */
    reportForm,
    dossiers: new Map<string, { dossierId: string; code: string; text: string; repeat: () => Promise<Plain> }>(),
    reports: new Map<string, string>(),
    drafts: new Map<string, { rev: number; childName: string }>(),
    files: new Map<string, { sha256: string; read: () => Promise<Plain> }>(),
    surprises,
    note: (attempt: Attempt): void => void attempts.push(attempt),
    surprise: (what: string): void => void surprises.push(what),
    unanswered: (_kind: string): void => void (withoutAnswer += 1),

    /** Something that happens while people go on; `settleMs` after it belong to it. */
    async step(
      name: string,
      settleMs: number,
      happen: (parts: Record<string, number>) => Promise<void>,
    ): Promise<void> {
      const parts: Record<string, number> = {};
      const from = performance.now();
      await happen(parts);
      await new Promise((done) => setTimeout(done, settleMs));
      steps.push({ name, from, until: performance.now(), parts });
    },

    results: () =>
      steps.map((step) => {
        const within = attempts.filter(({ ended }) => ended >= step.from && ended < step.until);
        const failed = within.filter((one) => !isGood(one));
        const statuses: Record<string, number> = {};
        for (const { status } of failed) statuses[status] = (statuses[status] ?? 0) + 1;
        const times = within.filter(isGood).map(({ began, ended }) => ended - began);
        const sorted = times.sort((a, b) => a - b);
        return {
          name: step.name,
          seconds: (step.until - step.from) / 1000,
          parts: step.parts,
          writesAcknowledged: within.filter((one) => WRITES.includes(one.kind) && isGood(one)).length,
          reads: within.filter((one) => one.kind === 'read' && isGood(one)).length,
          withoutWrites: longestSilence(WRITES, step),
          withoutReads: longestSilence(['read'], step),
          failed: failed.length,
          statuses,
          p95: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
        };
      }),
    withoutAnswer: () => withoutAnswer,
  };
}

export type Notebook = ReturnType<typeof createNotebook>;
