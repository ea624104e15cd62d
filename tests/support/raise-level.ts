import type { Page } from '@playwright/test';
import { createHash, randomBytes } from 'node:crypto';
import type { ControlClient } from '../../emulator/src/control-client.ts';
import { typeLogin } from './provincial-id.ts';
import type { Stack } from './stack.ts';

/** Calls the province's server as the phone would, and gives the answer's body. */
async function call<Answer>(stack: Stack, path: string, body: object, token?: string): Promise<Answer> {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(stack.serverUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${text}`);
  return JSON.parse(text) as Answer;
}

/** Makes the person level 1 without a screen: name and phone number given. @returns a session token. */
export async function raiseToContact(stack: Stack, control: ControlClient, personId: string): Promise<string> {
  await control.changePerson(personId, { consents: { 'scope.userInfo': true, 'scope.userPhonenumber': true } });
  const { accessToken, phoneToken } = await control.tokensFor(personId);
  const { token } = await call<{ token: string }>(stack, '/session', { accessToken });
  await call(stack, '/session/contact', { accessToken, phoneToken }, token);
  return token;
}

/** Begins a linking as the app does, without the app. `url` is what Zalo's browser would open. */
export async function beginLinking(stack: Stack, token: string): Promise<{ url: string; verifier: string }> {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const { url } = await call<{ url: string }>(stack, '/identity/step-ups', { returnTo: '/', challenge }, token);
  return { url, verifier };
}

/** Somebody logs in at the provincial ID in an ordinary browser. @returns the link back into Zalo. */
export async function logInInBrowser(page: Page, url: string, citizenNumber: string): Promise<URL> {
  await page.goto(url);
  await typeLogin(page, citizenNumber);
  await page.getByRole('button', { name: 'Đồng ý chia sẻ' }).click();
  // The page before has a way back too, without a code.
  const back = page.locator('a[href*="ma="]').filter({ hasText: /^Quay lại/ });
  return new URL((await back.getAttribute('href')) ?? '');
}

/** The one-time code in the link back. */
export const codeIn = (link: URL): string => link.searchParams.get('ma') ?? '';

/** Brings a return code home. Rejects when the server refuses it. */
export const presentCode = (stack: Stack, token: string, code: string, verifier: string): Promise<unknown> =>
  call(stack, '/identity/links', { code, verifier }, token);

/**
 * Makes the person level 2: level 1, then the provincial ID's own pages in `page`, then the return code.
 * For tests and pictures that begin after linking; the linking itself is a journey of its own.
 */
export async function raiseToCitizen(
  stack: Stack,
  control: ControlClient,
  personId: string,
  page: Page,
  citizenNumber: string,
): Promise<string> {
  const token = await raiseToContact(stack, control, personId);
  const { url, verifier } = await beginLinking(stack, token);
  const back = await logInInBrowser(page, url, citizenNumber);
  await presentCode(stack, token, codeIn(back), verifier);
  return token;
}
