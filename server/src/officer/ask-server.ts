import type { Problem } from '@dvc/contract';

/** The server said no, or said nothing; the message is for the officer. */
export class NotDone extends Error {
  override readonly name = 'NotDone';
}

/** What a refusal means where it is met. */
export type Told = Partial<Record<Problem['code'], string>>;

const PATIENCE_MS = 15_000;

const everywhere: Told = {
  'session-missing': 'Máy chủ không nhận khóa kết nối. Kiểm tra OFFICER_KEY.',
  'session-expired': 'Máy chủ không nhận khóa kết nối. Kiểm tra OFFICER_KEY.',
};

function wordsOf(problem: Problem, told: Told): string {
  const fields = problem.errors?.map(({ message }) => message).join(' ');
  if (problem.code === 'invalid' && fields) return fields;
  return problem.detail ?? told[problem.code] ?? everywhere[problem.code] ?? problem.title;
}

interface Wish {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

/** Asks the integration API. Throws `NotDone` with words for the officer. */
export function createAsk(server: string, key: string, told: Told) {
  async function send(path: string, init: Wish): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(`${server}/integration${path}`, {
        ...init,
        headers: { authorization: `Bearer ${key}`, ...init.headers },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch (cause) {
      const words = `Máy chủ ${server} không trả lời. Chưa có gì thay đổi, hoặc chưa biết. Xem lại bằng lệnh show.`;
      throw new NotDone(words, { cause });
    }
    if (response.ok) return response;
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    if (isJson) throw new NotDone(wordsOf((await response.json()) as Problem, told));
    throw new NotDone(`${server} trả lời ${response.status}, không giống máy chủ của tỉnh.`);
  }
  return {
    async ask<T>(path: string, init: Wish = {}): Promise<T> {
      const response = await send(path, init);
      if (/json/.test(response.headers.get('content-type') ?? '')) return (await response.json()) as T;
      throw new NotDone(`${server} trả lời ${response.status}, không giống máy chủ của tỉnh.`);
    },
    /** For an answer that is no JSON: bytes, or nothing. */
    async askBytes(path: string, init: Wish = {}): Promise<Uint8Array> {
      return new Uint8Array(await (await send(path, init)).arrayBuffer());
    },
  };
}
