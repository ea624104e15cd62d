import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { operations, Schemas } from '@dvc/contract';
import { createAsk, NotDone, type Told } from './ask-server.ts';
import type { Command } from './commands.ts';

export type ForOffice = operations['readDossierForOffice']['responses']['200']['content']['application/json'];

export type DraftHelp = operations['helpWithDraft']['responses']['200']['content']['application/json'];

const told: Told = {
  forbidden: 'Khóa này không được phép làm việc đó. Xin quản trị thêm quyền dossiers:read hoặc dossiers:write.',
  'not-found': 'Không có hồ sơ với mã này. Kiểm tra lại mã, hoặc xem danh sách bằng lệnh dossiers.',
  'bad-request': 'Máy chủ không đọc được yêu cầu. Kiểm tra lại mã hồ sơ.',
};
const PATIENCE_MS = 15_000;

/** The integration API as an officer's tool uses it. */
export function createOfficeCalls(server: string, key: string) {
  const { ask, askBytes } = createAsk(server, key, told);

  return {
    /** Any other request, for what has its own words (desk-commands.ts). */
    ask,
    askBytes,
    async list(state: string | undefined): Promise<Schemas['DossierSummary'][]> {
      const items: Schemas['DossierSummary'][] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const query = new URLSearchParams({ limit: '100' });
        if (state !== undefined) query.set('state', state);
        if (cursor !== '') query.set('cursor', cursor);
        const page: { items: Schemas['DossierSummary'][]; next: string | null } = await ask(
          `/dossiers?${query.toString()}`,
        );
        items.push(...page.items);
        cursor = page.next;
      }
      return items;
    },
    async draftHelp(number: string): Promise<DraftHelp> {
      return ask(`/draft-help/${number}`);
    },
    async stores(state: string | undefined): Promise<Schemas['StoreRegistrationSummary'][]> {
      const items: Schemas['StoreRegistrationSummary'][] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const query = new URLSearchParams({ limit: '100' });
        if (state !== undefined) query.set('state', state);
        if (cursor !== '') query.set('cursor', cursor);
        const page: { items: Schemas['StoreRegistrationSummary'][]; next: string | null } = await ask(
          `/stores?${query.toString()}`,
        );
        items.push(...page.items);
        cursor = page.next;
      }
      return items;
    },
    store: (code: string, purpose: string) =>
      ask<Schemas['StoreForOffice']>(
        `/stores/${encodeURIComponent(code)}?${new URLSearchParams({ purpose }).toString()}`,
      ),
    decideStore: ({ code, to, by, note, items }: Extract<Command, { do: 'decide-store' }>) =>
      ask<Schemas['StoreRegistrationSummary']>(`/stores/${encodeURIComponent(code)}/decisions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ to, by, note, ...(items.length === 0 ? {} : { items }) }),
      }),
    show: (code: string, purpose: string) =>
      ask<ForOffice>(`/dossiers/${encodeURIComponent(code)}?${new URLSearchParams({ purpose }).toString()}`),
    deadLetters: () => ask<{ items: Schemas['DeadLetter'][]; total: number }>('/dead-letters'),
    retry: (code: string) =>
      ask<{ forwarding: Schemas['Forwarding']; openEvents: number }>(
        `/dossiers/${encodeURIComponent(code)}/forwarding`,
        { method: 'POST' },
      ),
    deliveries: (code: string) =>
      ask<{ items: Schemas['DossierMessage'][] }>(`/dossiers/${encodeURIComponent(code)}/messages`),
    newestDeliveries: () => ask<{ items: Schemas['Delivery'][] }>('/deliveries?limit=50'),
    async result({ code, file, title, by }: Extract<Command, { do: 'result' }>) {
      let bytes: Uint8Array<ArrayBuffer>;
      try {
        bytes = new Uint8Array(await readFile(file));
      } catch (cause) {
        throw new NotDone(`Không đọc được tệp ${file}. Chưa có gì thay đổi.`, { cause });
      }
      const query = new URLSearchParams({ by, ...(title === undefined ? {} : { title }) });
      return ask<{ documentId: string; size: number; sha256: string; state: Schemas['DossierState'] }>(
        `/dossiers/${encodeURIComponent(code)}/results?${query.toString()}`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/pdf', 'idempotency-key': randomUUID() },
          body: bytes,
        },
      );
    },
    supplement: ({ code, items, note, answerBy, by }: Extract<Command, { do: 'supplement' }>) =>
      ask<{ dossier: Schemas['Dossier']; warning: string | null }>(
        `/dossiers/${encodeURIComponent(code)}/supplement-requests`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
          body: JSON.stringify({ by, items, note, answerBy }),
        },
      ),
    move: ({ code, to, note, by, fee }: Extract<Command, { do: 'move' }>) =>
      ask<Schemas['Dossier']>(`/dossiers/${encodeURIComponent(code)}/transitions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ to, by, ...(note === undefined ? {} : { note }), ...(fee ? { fee } : {}) }),
      }),
  };
}

export type OfficeAsk = ReturnType<typeof createOfficeCalls>['ask'];
export type OfficeAskBytes = ReturnType<typeof createOfficeCalls>['askBytes'];

/** The desk of the emulated one-stop system. A move made there reaches the province's server as an event. */
export async function moveAtOneStop(
  { url, key }: { url: string; key: string },
  { code, to, note, by }: Extract<Command, { do: 'move' }>,
): Promise<void> {
  let response: Response;
  try {
    response = await fetch(`${url}/desk/dossiers/${encodeURIComponent(code)}/moves`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ to, by, ...(note === undefined ? {} : { note }) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (cause) {
    throw new NotDone(`Hệ thống một cửa ${url} không trả lời. Chưa có gì thay đổi, hoặc chưa biết.`, { cause });
  }
  if (response.status === 404) throw new NotDone('Hồ sơ này chưa tới hệ thống một cửa. Xem lệnh dead-letters.');
  if (!response.ok) throw new NotDone(`Hệ thống một cửa trả lời ${response.status}. Chưa có gì thay đổi.`);
}
