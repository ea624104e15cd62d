import type { Settings } from '../../server/src/core/settings.ts';
import { hostileTexts, INJECTED_HEADER, SCRIPT } from './hostile-values.ts';
import type { RawAnswer, RawRequest } from './raw-exchange.ts';

/** What no answer may show, whoever asks. */
const insides: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['stack', /\n\s+at .+:\d+:\d+|node:internal|\.[cm]?[jt]s:\d+/],
  ['path', /node_modules|file:\/\/\/(?!etc)|\/(work|home|root|tmp|var)\/\w/],
  [
    'SQL',
    /syntax error at|duplicate key|violates \w+.{0,20}constraint|relation "|\bselect \w[^<]* from \w|insert into \w/i,
  ],
  ['driver', /ECONNREFUSED|ENOENT|EACCES|UND_ERR|postgres:\/\/|\bpg_\w+\(/],
  ['code', /\[object \w+\]|TypeError|RangeError|ReferenceError|Cannot read prop|is not a function|ajv/],
];

/** What only some may see. */
export interface Secrets {
  /** The owner's name, numbers and tokens. */
  owner: readonly string[];
  /** Keys and passwords of the server. */
  server: readonly string[];
}

/** Everything of the settings that opens something. */
export function secretsOf(settings: Settings): string[] {
  return Object.entries(settings)
    .filter(([name]) => /SECRET|_KEY$|KEYS$|REFRESH_TOKEN|PRIVATE|DATABASE_URL/.test(name))
    .flatMap(([, value]) => (typeof value === 'string' ? value.split(/[,:]/) : []))
    .filter((text) => text.length >= 16);
}

function said(request: RawRequest): string {
  const all = `${request.target}\n${request.headers.map(([, value]) => value).join('\n')}\n${request.body?.toString('utf8') ?? ''}`;
  try {
    return `${all}\n${decodeURIComponent(request.target)}`;
  } catch {
    return all;
  }
}

/** What was kept of earlier requests comes back to whoever sent it. */
const ourTexts = hostileTexts.map((text) => JSON.stringify(text).slice(1, -1)).filter((text) => text.length > 4);

/** What an answer shows that it should not. `isOwner`: the caller may see what is the owner's. */
export function leaksOf(request: RawRequest, answer: RawAnswer, secrets: Secrets, isOwner: boolean): string[] {
  const own = said(request);
  const shown = `${JSON.stringify(answer.headers)}\n${answer.body}`;
  const found: string[] = [];
  // Whoever sent it knows it already.
  // Bytes of a picture or a paper say anything, if there are enough of them.
  const isText = /json|text|xml|^$/.test(answer.headers['content-type'] ?? '');
  const readable = isText ? shown : JSON.stringify(answer.headers);
  const withoutOurs = ourTexts.reduce((text, ours) => text.replaceAll(ours, ''), readable);
  for (const [what, pattern] of insides) {
    const [match] = pattern.exec(withoutOurs) ?? [];
    if (match !== undefined && !own.includes(match)) found.push(`${what}: ${match}`);
  }
  for (const secret of secrets.server)
    if (shown.includes(secret) && !own.includes(secret)) found.push('secret of the server');
  if (!isOwner) {
    for (const secret of secrets.owner)
      if (shown.includes(secret) && !own.includes(secret)) found.push(`of another person: ${secret.slice(0, 6)}…`);
  }
  if (answer.headers[INJECTED_HEADER] !== undefined) found.push('header put in from outside');
  if ((answer.headers['content-type'] ?? '').includes('html') && answer.body.includes(SCRIPT))
    found.push('script unescaped');
  return found;
}
