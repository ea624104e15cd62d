import { ONE_TIME_CODE } from '@dvc/emulator/src/identity.ts';
import { SAMPLE_PASSWORD } from '@dvc/emulator/src/identity-provider/citizens.ts';

/** A browser's cookies, no more of them than the provincial ID needs. */
class CookieJar {
  readonly #cookies = new Map<string, { value: string; path: string }>();

  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const path = attributes.map((part) => part.trim()).find((part) => /^path=/i.test(part));
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), { value: pair, path: path?.slice(5) ?? '/' });
    }
  }

  for(url: string): string {
    const { pathname } = new URL(url);
    return [...this.#cookies.values()]
      .filter(({ path }) => pathname.startsWith(path))
      .map(({ value }) => value)
      .join('; ');
  }
}

const formFields: Readonly<Record<string, (citizenNumber: string) => Record<string, string>>> = {
  login: (number) => ({ number, password: SAMPLE_PASSWORD }),
  code: () => ({ code: ONE_TIME_CODE }),
  consent: () => ({}),
  cancel: () => ({}),
};

/**
 * Goes through the pages of the provincial ID as a person would, from the address our server redirects to until it redirects
 * back. `citizenNumber` null: taps "Thôi" on the first page. Answers the address of the way back.
 */
export async function loginAtProvider(address: string, citizenNumber: string | null): Promise<string> {
  const jar = new CookieJar();
  let url = address;
  let form: { step: string; body: URLSearchParams } | undefined;
  for (let hop = 0; hop < 20; hop += 1) {
    const request: RequestInit = { redirect: 'manual', headers: { cookie: jar.for(url) } };
    const response: Response = await fetch(url, form ? { ...request, method: 'POST', body: form.body } : request);
    jar.keep(response);
    const location = response.headers.get('location');
    if (location) {
      form = undefined;
      url = new URL(location, url).href;
      if (new URL(url).pathname === '/identity/callback') return url;
      continue;
    }
    const page = await response.text();
    const steps = [...page.matchAll(/action="([^"]*\/(\w+))"/g)];
    const step = steps.find(([, , name]) => (citizenNumber === null ? name === 'cancel' : name !== 'cancel'));
    if (!step?.[1] || !step[2]) throw new Error(`the provincial ID stopped at ${response.status}`);
    url = new URL(step[1], url).href;
    form = { step: step[2], body: new URLSearchParams(formFields[step[2]]?.(citizenNumber ?? '') ?? {}) };
  }
  throw new Error('the provincial ID leads in circles');
}
