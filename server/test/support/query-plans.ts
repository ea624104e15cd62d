import type { Database, Result, Sql } from '../../src/db/port.ts';

type Asked = Map<string, readonly unknown[]>;

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Filter?: string;
  'Recheck Cond'?: string;
  Plans?: PlanNode[];
}

/** Tables that stay small whatever happens: a few dozen rows for the whole province; of jobs those that wait. */
const SMALL = new Set(['migrations', 'schedules', 'oa_token', 'form_versions', 'jobs']);

const isPlanned = (text: string): boolean => /^\s*(select|insert|update|delete|with)\b/i.test(text);

/** From now on remembers every statement that is asked of a database, once each, with its first parameters. */
export function recordQueries(db: Database): Asked {
  const asked: Asked = new Map();
  const listening = (sql: Sql): Sql['query'] => {
    const query = sql.query.bind(sql);
    return <T>(text: string, params: readonly unknown[] = []): Promise<Result<T>> => {
      if (isPlanned(text) && !asked.has(text)) asked.set(text, params);
      return query<T>(text, params);
    };
  };
  const tx = db.tx.bind(db);
  db.query = listening(db);
  db.tx = (run, options) => tx((handle) => run({ ...handle, query: listening(handle) }), options);
  return asked;
}

/**
 * By an index: straight to the rows, along it in order until a limit is reached (with nothing to pass over on the way), or along
 * one of a few chosen rows.
 */
function usesIndex(node: PlanNode, limited: boolean, partial: ReadonlySet<string>): boolean {
  if ((node['Index Cond'] ?? node['Recheck Cond']) !== undefined) return true;
  return (
    node['Node Type'].startsWith('Index ') &&
    ((limited && node.Filter === undefined) || partial.has(node['Index Name'] ?? ''))
  );
}

/** Tables a plan reads from one end to the other. */
function readWhole(node: PlanNode, partial: ReadonlySet<string>, isBelowLimit = false): string[] {
  const limited = isBelowLimit || node['Node Type'] === 'Limit';
  const below = (node.Plans ?? []).flatMap((plan) => readWhole(plan, partial, limited));
  const table = node['Relation Name'];
  const isRead = table !== undefined && !SMALL.has(table) && node['Node Type'] !== 'ModifyTable';
  return isRead && !usesIndex(node, limited, partial) ? [`${node['Node Type']} of ${table}`, ...below] : below;
}

/**
 * Asks the planner how it would find the rows of each statement if reading a whole table were nearly forbidden. What it reads
 * whole all the same has no index, and grows slower with every citizen.
 */
export async function wholeTableReads(db: Database, asked: Asked): Promise<string[]> {
  const found: string[] = [];
  // What we ask ourselves from here on does not count.
  const statements = [...asked];
  const { rows: indexes } = await db.query<{ name: string }>(
    'select indexrelid::regclass::text as name from pg_index where indpred is not null',
  );
  const partial = new Set(indexes.map(({ name }) => name));
  for (const [text, params] of statements) {
    const plan = await db.tx(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (format json) ${text}`, params);
      return rows[0]?.['QUERY PLAN'][0]?.Plan;
    });
    if (!plan) throw new Error(`no plan for ${text}`);
    for (const scan of readWhole(plan, partial)) found.push(`${scan}: ${text.replace(/\s+/g, ' ').trim()}`);
  }
  return found;
}
