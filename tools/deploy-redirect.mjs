// Loaded into Zalo's command while a deployment is rehearsed: what it would ask of Zalo it asks of the stand-in, and
// no other name leads anywhere.
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { isIP } from 'node:net';

const standIn = new URL(process.env.DEPLOY_API ?? 'http://127.0.0.1:9');
const DEPLOY_HOST = 'zmp-api.developers.zalo.me';

/** Whatever way is taken to another machine, its name is looked up first. */
const nowhere = (name) => Object.assign(new Error(`rehearsal: ${name} was to be asked`), { code: 'ENOTFOUND' });
const { lookup } = dns;
dns.lookup = (name, options, done) => {
  if (name === 'localhost' || isIP(name) > 0) return lookup(name, options, done);
  process.nextTick(typeof options === 'function' ? options : done, nowhere(name));
  return {};
};
dns.promises.lookup = (name) => Promise.reject(nowhere(name));
syncBuiltinESMExports();

/** The host of a request in any of the ways Node lets one be written. */
function hostOf(target, options) {
  if (typeof target === 'string') return new URL(target).hostname;
  return target.hostname ?? options?.hostname ?? target.host;
}

https.request = (target, options, done) => {
  const host = hostOf(target, options);
  if (host !== DEPLOY_HOST) throw new Error(`rehearsal: ${host} was to be asked`);
  const given = target instanceof URL || typeof target === 'string' ? new URL(target) : target;
  const path = given instanceof URL ? given.pathname + given.search : given.path;
  const more = typeof options === 'object' ? options : {};
  const ended = typeof options === 'function' ? options : done;
  const asked = given instanceof URL ? more : { ...given, ...more };
  return http.request(
    {
      ...{ method: asked.method, headers: asked.headers, path },
      ...{ protocol: 'http:', hostname: standIn.hostname, port: standIn.port },
    },
    ended,
  );
};
