import type { Problem } from '@dvc/contract';
import type { Answer } from './test-phone.ts';

interface Wish {
  body?: object;
  headers?: Record<string, string>;
}

/** Somebody who asks a running server over the network, with a token or without. */
export interface HttpPhone {
  token: string;
  call<T = Problem>(method: string, path: string, wish?: Wish): Promise<Answer<T>>;
}

/** What `TestPhone` does inside one process, over the network. */
export function httpPhone(serverUrl: string, token = ''): HttpPhone {
  return {
    token,
    async call<T>(method: string, path: string, { body, headers = {} }: Wish = {}) {
      const response = await fetch(serverUrl + path, {
        method,
        headers: {
          ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: {}, text, body: (text === '' ? undefined : JSON.parse(text)) as T };
    },
  };
}
