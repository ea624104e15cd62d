import type { Readable } from 'node:stream';
import type { Calendar, Schemas } from '@dvc/contract';
import type { RuleContext } from '@dvc/contract/forms';
import type { ReplyHeaders } from '#core/handler';
import type { Sql, Transaction } from '#db';

/** What field reports must know of the province and of today. */
export interface Surroundings {
  calendar: Calendar;
  now(): Date;
  /** `yyyy-mm-dd` on the wall in Việt Nam. */
  today(): string;
  rules(): RuleContext;
}

/** A photo that can be shown, as it was kept: without metadata, faces still in it. */
export interface Picture {
  id: string;
  role: Schemas['ReportFile']['role'] | null;
  open(): Promise<Buffer>;
}

/** A photo of an office: what came, and what of it is kept. */
export interface HandedInPhoto {
  came: { size: number; sha256: string };
  kept: { bytes: Buffer; mediaType: string; sha256: string };
}

/** What field reports need of files. */
export interface Photos {
  /** What was sent with a report, in the order it came. */
  ofReport(sql: Sql, reportId: string): Promise<Schemas['ReportFile'][]>;
  /** Binds uploaded photos to their report; answers those that cannot be, and then binds none. */
  claim(
    tx: Transaction,
    wanted: { reportId: string; accountId: string; ids: readonly string[]; now: Date },
  ): Promise<string[]>;
  /** Looks into a photo that an office hands in; undefined when it is no photo we take. Refuses `server-busy`. */
  look(bytes: Buffer): Promise<HandedInPhoto | undefined>;
  /** Writes down such a photo, whose bytes lie under this key. */
  keepAfter(
    tx: Transaction,
    reportId: string,
    photo: HandedInPhoto & { storeKey: string },
    now: Date,
  ): Promise<Schemas['ReportFile']>;
  pictures(sql: Sql, reportId: string): Promise<Picture[]>;
  /** The bytes of a file that was sent with a report, for offices. */
  content(
    sql: Sql,
    reportId: string,
    fileId: string,
  ): Promise<{ status: 200; raw: Buffer | Readable; headers: ReplyHeaders } | undefined>;
}
