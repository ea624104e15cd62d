import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect } from 'vitest';

// Parts of the app are fetched when first needed, which on a busy machine takes longer than the library's one second.
configure({ asyncUtilTimeout: 8_000 });

// jsdom has no scrolling; zmp-ui's Page scrolls when it appears.
Element.prototype.scrollTo = () => undefined;
window.scrollTo = () => undefined;

let unexpected: string[] = [];

/** A test that wants an answer from the network says so by replacing `fetch` itself. */
function refuseNetwork(input: RequestInfo | URL): Promise<Response> {
  const address = input instanceof Request ? input.url : String(input);
  unexpected.push(address);
  return Promise.reject(new TypeError(`No network in tests: ${address}`));
}

beforeEach(() => {
  unexpected = [];
  globalThis.fetch = refuseNetwork;
  XMLHttpRequest.prototype.send = function send() {
    unexpected.push('a request by XMLHttpRequest');
    this.dispatchEvent(new ProgressEvent('error'));
  };
});

afterEach(() => {
  cleanup();
  // Failing here rather than only rejecting: code under test may well swallow a failed request.
  expect(unexpected, 'requests nobody answered').toEqual([]);
});
