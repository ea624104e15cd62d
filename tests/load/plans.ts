/** A statement that reads a table from end to end, as PostgreSQL's auto_explain wrote it. */
export interface EndToEnd {
  table: string;
  statement: string;
}

/** Makes every connection of a server write the plan of every statement into the database's log. */
export function withPlansLogged(url: string): string {
  const options = [
    'session_preload_libraries=auto_explain',
    'auto_explain.log_min_duration=0',
    'auto_explain.log_nested_statements=on',
    'log_min_messages=log',
  ];
  return `${url}?options=${encodeURIComponent(options.map((option) => `-c ${option}`).join(' '))}`;
}

/** Statements in a log by plan: how many there were, and which of them read one of `bigTables` without an index. */
export function readPlans(log: string, bigTables: readonly string[]): { statements: number; endToEnd: EndToEnd[] } {
  const entries = log.split(/(?=^.*LOG: {2}duration: [\d.]+ ms {2}plan:)/m).filter((entry) => entry.includes('plan:'));
  const texts = new Set<string>();
  const endToEnd = new Map<string, EndToEnd>();
  for (const entry of entries) {
    const statement = /Query Text: ([\s\S]*?)\n\t?[A-Z][\w ]+ {2}\(cost=/.exec(entry)?.[1]?.replace(/\s+/g, ' ').trim();
    if (statement === undefined) continue;
    texts.add(statement);
    for (const [, table = ''] of entry.matchAll(/Seq Scan on (\w+)/g)) {
      if (bigTables.includes(table)) endToEnd.set(`${table} ${statement}`, { table, statement });
    }
  }
  return { statements: texts.size, endToEnd: [...endToEnd.values()] };
}
