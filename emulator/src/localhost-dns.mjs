/**
 * `node --import ./emulator/src/localhost-dns.mjs …`
 *
 * Browsers resolve every `*.localhost` name to this machine (RFC 6761); Node asks the system's resolver, which on a bare
 * Debian does not know them. This teaches one process to do what browsers do.
 */
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

const isLocal = (name) => typeof name === 'string' && /(^|\.)localhost\.?$/i.test(name);
const realLookup = dns.lookup;
const realPromisesLookup = dns.promises.lookup;

dns.lookup = function lookup(hostname, options, callback) {
  const done = typeof options === 'function' ? options : callback;
  if (!isLocal(hostname)) return realLookup.call(dns, hostname, options, callback);
  const wantsAll = typeof options === 'object' && options !== null && options.all === true;
  process.nextTick(() => (wantsAll ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4)));
  return {};
};

dns.promises.lookup = function lookup(hostname, options) {
  if (!isLocal(hostname)) return realPromisesLookup.call(dns.promises, hostname, options);
  const answer = { address: '127.0.0.1', family: 4 };
  return Promise.resolve(options?.all === true ? [answer] : answer);
};

syncBuiltinESMExports();
