import type { Person, PersonalData } from '#core/personal-data';
import type { Sql } from '#db';

/** What the privacy centre needs of everybody else. */
export interface Everything {
  modules: readonly PersonalData[];
  personOf(sql: Sql, accountId: string): Promise<Person>;
}
