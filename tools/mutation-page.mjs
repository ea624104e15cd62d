/** What little of a page code asks for when it is first read, for tests that need nothing more of one. */
globalThis.navigator ??= { onLine: true, userAgent: '' };
globalThis.window ??= globalThis;
