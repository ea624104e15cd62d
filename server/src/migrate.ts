/** `npm run migrate`: brings the tables of PostgreSQL up to date as their owner, and says what the running server may do. */
import { limitRole, migrate, openPostgres, readMigrations } from '#db';
import { describeError } from '#core/log';

const HELP = `npm run migrate -- [role of the running server]
  DATABASE_OWNER_URL: postgres://… of the role that owns the tables`;

async function run(url: string, role: string | undefined): Promise<void> {
  const db = await openPostgres(url, 1);
  try {
    const applied = await migrate(db, await readMigrations());
    console.log(applied.length === 0 ? 'The tables are up to date.' : `Applied: ${applied.join(', ')}`);
    if (role === undefined) return;
    await limitRole(db, role);
    console.log(
      `The role ${role} may use the tables, not change them; what is written once it cannot change or delete.`,
    );
  } finally {
    await db.close();
  }
}

const { DATABASE_OWNER_URL: url } = process.env;
const [role, ...more] = process.argv.slice(2);
if (url === undefined || more.length > 0) {
  console.error(HELP);
  process.exitCode = 2;
} else {
  await run(url, role).catch((error: unknown) => {
    const { message } = describeError(error);
    console.error('Not done:', message ?? describeError(error));
    process.exitCode = 1;
  });
}
