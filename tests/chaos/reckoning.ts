import { openDatabase } from '../../server/src/db/index.ts';
import { CITIZENS } from '../../emulator/src/identity-provider/citizens.ts';
import { LIAR } from './lies.ts';
import type { Person } from './person.ts';
import type { Scene } from './scene.ts';
import type { Town } from './town.ts';

type Row = Record<string, string | number | null>;

type Ask = (sql: string, parameters?: unknown[]) => Promise<Row[]>;

/** What is called sent is where it was sent to; whoever had to be reached was, may have been or is still to be. Counts how steps ended. */
async function messages(ask: Ask, town: Town, did: Record<string, number>): Promise<string[]> {
  const found: string[] = [];
  const { people, texts } = town.emulator.world;
  const there = new Set([
    ...[...people.values()].flatMap((person) => person.messages.map(({ id }) => id)),
    ...texts.map(({ messageId }) => messageId),
  ]);
  const sent = await ask(`select channel, message_id from deliveries where state = 'sent' and message_id is not null`);
  for (const { channel, message_id: id } of sent) {
    // What is no id of ours is a lie about a message that went out.
    if (/^[\da-f-]{36}$/.test(String(id)) && !there.has(String(id)))
      found.push(`a message by ${channel} is called sent and is not there: ${id}`);
  }
  for (const { channel, state, times } of await ask(
    'select channel, state, count(*) as times from deliveries group by 1, 2 order by 1, 2',
  ))
    did[`message by ${channel} ${state}`] = Number(times);
  const unreached = await ask(
    `select key from notifications n where climbs and created_at < now() - interval '1 minute' and not exists
       (select 1 from deliveries d where d.notification_id = n.id and d.state in ('sent', 'unclear', 'queued', 'sending'))`,
  );
  return [...found, ...unreached.map(({ key }) => `nobody was reached: ${key}`)];
}

/** Everything acknowledged is there, once, its owner's. The server is stopped. */
export async function reckon({ town, notebook }: Scene): Promise<string[]> {
  const found: string[] = [];
  const databaseUrl = town.database?.straight;
  const db = await openDatabase({ databaseUrl, dataDir: town.dataDir, poolSize: 2 });
  const ask: Ask = async (sql, parameters = []) => (await db.query<Row>(sql, parameters)).rows;
  try {
    const kept = async (what: string, ids: readonly string[], sql: string): Promise<void> => {
      const times = new Map((await ask(sql, [ids])).map(({ it, times: count }) => [String(it), Number(count)]));
      for (const it of ids) if (times.get(it) !== 1) found.push(`${what} ${it} is there ${times.get(it) ?? 0} times`);
    };
    const counted = (table: string, column: string): string =>
      `select ${column}::text as it, count(*) as times from ${table} where ${column}::text = any($1::text[]) group by 1`;
    await kept(
      'dossier',
      [...notebook.dossiers.values()].map(({ code }) => code),
      counted('dossiers', 'code'),
    );
    await kept(
      'report',
      [...notebook.reports.values()].map(({ code }) => code),
      counted('reports', 'code'),
    );
    await kept(
      'question',
      [...notebook.questions.values()].map(({ code }) => code),
      counted('questions', 'code'),
    );
    await kept(
      'paper',
      [...notebook.papers.values()].map(({ sha256 }) => sha256),
      counted('files', 'kept_sha256'),
    );

    const drafts = new Map(
      (await ask('select id::text as id, answers::text as answers from drafts')).map((row) => [row['id'], row]),
    );
    for (const [id, { childName }] of notebook.drafts) {
      if (!String(drafts.get(id)?.['answers']).includes(childName))
        found.push(`what was saved last of draft ${id} is gone`);
    }
    const owners = await ask(
      `select d.code, c.id_number from dossiers d join citizens c on c.id = d.citizen_id where d.code = any($1::text[])`,
      [[...notebook.dossiers.values()].map(({ code }) => code)],
    );
    for (const { code, owner } of notebook.dossiers.values()) {
      const number = owners.find((row) => row['code'] === code)?.['id_number'];
      if (number !== town.emulator.world.people.get(owner)?.citizenNumber) found.push(`${code} is somebody else's`);
    }
    for (const { account, sum } of await ask(
      `select p.id::text as account, sum(amount_vnd)::bigint as sum from ledger_lines l join ledger_postings p on p.id = l.posting_id
        group by p.id having sum(amount_vnd) <> 0`,
    ))
      found.push(`a posting that does not balance: ${account} ${sum}`);
    for (const { order_id, times } of await ask(
      `select order_id::text, count(*) as times from payment_attempts where outcome = 'paid' group by 1 having count(*) > 1`,
    ))
      found.push(`order ${order_id} was paid ${times} times`);
    for (const { key, times } of await ask(
      'select key, count(*) as times from notifications group by account_id, key having count(*) > 1',
    ))
      found.push(`told twice: ${key} ${times}`);
    for (const { kind, last_error } of await ask(`select kind, last_error from jobs where state = 'dead'`))
      found.push(`a dead job: ${kind} ${last_error}`);
    found.push(...(await messages(ask, town, notebook.did)));
  } finally {
    await db.close();
  }
  return [...found, ...outside({ town })];
}

/** What went out: each dossier made once, each message sent once. */
function outside({ town }: Pick<Scene, 'town'>): string[] {
  const { world } = town.emulator;
  const found: string[] = [];
  for (const { code, registrations } of world.oneStop.dossiers.values()) {
    if (registrations !== 1) found.push(`${code} was made ${registrations} times at the one-stop system`);
  }
  for (const person of world.people.values()) {
    const seen = new Set<string>();
    for (const { from, channel, title = '', text, buttons, trackingId } of person.messages) {
      const name = JSON.stringify([channel, title, text, trackingId, buttons.map(({ target }) => target)]);
      if (from === 'official-account' && seen.has(name)) found.push(`${person.id} got it twice: ${name.slice(0, 200)}`);
      seen.add(name);
    }
  }
  const texts = world.texts.map(({ to, text }) => `${to} ${text}`);
  if (new Set(texts).size !== texts.length) found.push('a text message went out twice');
  return found;
}

/** Whatever of people, keys or lies stands in the server's log. */
export function leaks({ town, mark }: Scene, people: readonly Person[]): string[] {
  const lines = town.log().split('\n');
  const secrets = Object.entries(town.environment)
    .filter(([name]) => /SECRET|_KEY|TOKEN/.test(name))
    .map(([, value]) => value ?? '');
  const numbers = CITIZENS.flatMap(({ number, fullName, phoneNumber }) => [number, fullName, phoneNumber.slice(-9)]);
  const tokens = people.map(({ phone }) => phone.token ?? '');
  const private_ = [...secrets, ...numbers, ...tokens, mark, LIAR].filter((text) => text.length > 5);
  const found = new Map<string, string>();
  for (const line of lines) for (const text of private_) if (line.includes(text)) found.set(text, line);
  return [...found].map(([text, line]) => `in the log: ${text.slice(0, 20)}… in ${line.slice(0, 300)}`);
}
