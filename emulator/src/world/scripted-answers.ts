import type { PromptKind, ScriptedAnswer } from '../native/prompts.ts';

interface Standing {
  answer: ScriptedAnswer;
  /** Infinity: for every such prompt until taken back. */
  left: number;
}

/** What a script said beforehand about one phone's prompts: first in, first out, kind by kind. */
export class ScriptedAnswers {
  readonly #queues = new Map<PromptKind, Standing[]>();

  add(kind: PromptKind, answer: ScriptedAnswer, times = Infinity): void {
    const queue = this.#queues.get(kind) ?? [];
    // A later standing answer takes the place of an earlier one; counted ones wait in line before it.
    const counted = times === Infinity ? queue.filter((standing) => standing.left !== Infinity) : queue;
    const at = counted.findIndex((standing) => standing.left === Infinity);
    counted.splice(at === -1 || times === Infinity ? counted.length : at, 0, { answer, left: times });
    this.#queues.set(kind, counted);
  }

  /** The answer for the next prompt of this kind, or null: nobody scripted one. */
  take(kind: PromptKind): ScriptedAnswer | null {
    const queue = this.#queues.get(kind) ?? [];
    const first = queue[0];
    if (first === undefined) return null;
    first.left -= 1;
    if (first.left <= 0) queue.shift();
    return first.answer;
  }

  clear(): void {
    this.#queues.clear();
  }
}
