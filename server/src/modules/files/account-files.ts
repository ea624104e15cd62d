import type { Deps } from '#core/deps';
import { refuse } from '#core/problem';
import type { Sql, Transaction } from '#db';
import { announceOnce } from './announce-once.ts';
import { COLUMNS, type FileRow, type NewFile } from './file-rows.ts';
import type { Quarantine } from './quarantine.ts';
import type { AnnouncedFile } from './upload-metadata.ts';
import { TUS, type TakeOver, type Uploads } from './uploads.ts';

/** What an account may have lying here that belongs to nothing sent yet; nobody photographs so much for one evening's reports. */
const MOST_UNSENT = 200;

/** Files of an account, for something that it sends later or has sent: a report, a question. */
interface Belonging {
  /** The column that says what a file belongs to. */
  column: 'report_id' | 'question_id';
  /** Where the operations on them lie. */
  path: string;
  /** Files of one such thing, in all its life, those not usable among them. */
  most: number;
  /** Why a file that was sent stays. */
  sentWords: string;
}

interface Adding {
  announced: AnnouncedFile;
  owner: Pick<NewFile, 'paper_id' | 'role'> & { account_id: string; thing_id: string };
  /** Refuses where nothing may be added. */
  open: (tx: Transaction, now: Date) => Promise<void>;
}

interface AboutOne {
  params: { fileId: string };
  caller: { account: { id: string } };
}

/** All files of one thing, as they came; those of offices have no account. */
export async function filesOf(sql: Sql, column: Belonging['column'], id: string): Promise<FileRow[]> {
  const { rows } = await sql.query<FileRow>(
    `select ${COLUMNS} from files where ${column} = $1 order by created_at, id`,
    [id],
  );
  return rows;
}

/** The same upload and checks as papers, owned by an account. What is another's does not exist. */
export function createAccountFiles(
  { db, disk, clock }: Deps,
  { quarantine, uploads }: { quarantine: Quarantine; uploads: Uploads },
  { column, path, most, sentWords }: Belonging,
) {
  async function own({ params, caller }: AboutOne): Promise<FileRow> {
    const { rows } = await db.query<FileRow>(
      `select ${COLUMNS} from files where id = $1 and account_id = $2 and ${column} is not null`,
      [params.fileId.toLowerCase(), caller.account.id],
    );
    return rows[0] ?? refuse('not-found');
  }

  /** Whatever nobody sends is swept away in time; until then it lies on the province's disk. */
  async function assertNotHoarding(tx: Transaction, accountId: string): Promise<void> {
    const { rows } = await tx.query<{ unsent: number }>(
      'select count(*)::int as unsent from files where account_id = $1 and sent_at is null',
      [accountId],
    );
    if ((rows[0]?.unsent ?? 0) > MOST_UNSENT) refuse('too-many-requests', { retryAfter: 3600 });
  }

  function begin({ announced, owner, open }: Adding): Promise<string> {
    const { account_id, thing_id, ...rest } = owner;
    return db.tx(async (tx) => {
      const now = clock.now();
      // Two announcements at once for a thing that is nowhere yet would not see each other.
      await tx.query('select id from accounts where id = $1 for update', [account_id]);
      await open(tx, now);
      const files = await filesOf(tx, column, thing_id);
      if (files.some((file) => file.account_id !== null && file.account_id !== account_id)) refuse('not-found');
      const kept = { account_id, [column]: thing_id, ...rest };
      const id = await announceOnce(tx, { announced, owner: kept, files, most, now });
      await assertNotHoarding(tx, account_id);
      return id;
    });
  }

  return {
    own,
    async create(adding: Adding) {
      await disk.assertRoom(adding.announced.size);
      const id = await begin(adding);
      await quarantine.ensure(id);
      return { status: 201, headers: { ...TUS, location: `${path}/${id}` } } as const;
    },
    offset: async (call: AboutOne & { takeOver: TakeOver }) => uploads.offset(await own(call), call.takeOver),
    append: async (call: AboutOne & { takeOver: TakeOver; headers: { 'upload-offset': string } }) =>
      uploads.append(await own(call), call.headers, call.takeOver),
    async remove(call: AboutOne) {
      const row = await own(call);
      if (row.sent_at !== null) refuse('transition-refused', { detail: sentWords });
      return uploads.remove(row);
    },
  };
}
