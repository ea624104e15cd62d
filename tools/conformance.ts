// `npm run conformance -- --base-url=https://…`: whether a server keeps the contract, over HTTP. Without --base-url the
// whole system of this repository is started for it. docs/conformance.md says what each check asks and what it needs.
import '../emulator/src/localhost-dns.mjs';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { reportText, runConformance, type ConformanceOptions, type Fixtures } from '@dvc/contract/conformance';
import { conformanceStand } from '../server/test/support/conformance-stand.ts';
import { startStack } from '../tests/support/stack.ts';
import { endInOrder } from './children.mjs';
import { keepReport } from './keep-report.ts';

const usage = `npm run conformance -- [--base-url=https://…] [--writes] [--fixtures=file.json] [--stand-in=http://127.0.0.1:5300]

  --base-url   the server to ask; without it this repository's own is started, with everything the suite needs
  --stand-in   the emulated Zalo beside that server (npm start prints it): sessions and things are made through it
  --writes     also what changes something; never on a server people use
  --only       these operations only, by their operationId, with commas between
  --fixtures   things that exist there and requests it accepts (docs/conformance.md)

  VISITOR_TOKEN, CONTACT_TOKEN, CITIZEN_TOKEN   sessions of level 0, 1 and 2
  INTEGRATION_KEYS                              name:scope+scope:secret,…

What cannot be asked for want of these is listed as "not run" and counted.`;

type Given = Pick<ConformanceOptions, 'tokens' | 'integrationKeys' | 'fixtures'>;

function givenByHand(file: string | undefined): Given {
  const { VISITOR_TOKEN: visitor, CONTACT_TOKEN: contact, CITIZEN_TOKEN: citizen, INTEGRATION_KEYS = '' } = process.env;
  const entries = [...INTEGRATION_KEYS.matchAll(/[\w-]+:([\w.:+-]+):([^:,]+)/g)];
  return {
    tokens: { visitor, contact, citizen },
    integrationKeys: entries.map(([, scopes = '', secret = '']) => ({ scopes: scopes.split('+'), secret })),
    fixtures: file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as Fixtures),
  };
}

const { values } = parseArgs({
  options: {
    'base-url': { type: 'string' },
    'stand-in': { type: 'string' },
    fixtures: { type: 'string' },
    only: { type: 'string' },
    writes: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

endInOrder();
const own =
  values['base-url'] === undefined ? await startStack({ province: process.env.PROVINCE ?? 'tay-ninh' }) : null;
try {
  const baseUrl = values['base-url'] ?? own?.serverUrl ?? '';
  const emulatorUrl = values['stand-in'] ?? own?.emulatorUrl;
  const given =
    emulatorUrl === undefined
      ? givenByHand(values.fixtures)
      : await conformanceStand({ serverUrl: baseUrl, emulatorUrl });
  const report = await runConformance({
    ...{ baseUrl, ...given, writes: values.writes || own !== null },
    only: values.only?.split(','),
  });
  console.log(reportText(report));
  keepReport('conformance', { baseUrl, ...report });
  process.exitCode = report.faults === 0 && report.holds > 0 ? 0 : 1;
} finally {
  await own?.stop();
}
