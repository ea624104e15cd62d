import type { Schemas } from '@dvc/contract';

type Dossier = Schemas['Dossier'];

export const sampleId = '5d0c7b1e-0000-4000-8000-000000000009';
/** A line of the timeline. */
export const event = (state: Dossier['state'], at: string, note: string | null = null) => ({
  at,
  state,
  note,
  by: 'Một cửa Tân Ninh',
});

/** A birth registration as it lies after sending. */
export function sampleDossier(over: Partial<Dossier> = {}): Dossier {
  return {
    id: sampleId,
    code: '000.00.00.H53-261123-0042',
    procedureCode: '1.001193',
    procedureName: 'Làm giấy khai sinh',
    state: 'submitted',
    turn: 'authority',
    submittedAt: '2026-11-23T03:31:08.000Z',
    changedAt: '2026-11-23T03:31:08.000Z',
    dueDate: null,
    office: 'Ủy ban nhân dân phường Tân Ninh',
    trackingLink: 'https://zalo.me/s/1/tra-cuu?ma=000.00.00.H53-261123-0042&dau=x',
    clock: 'notStarted',
    promisedDays: null,
    workingDaysLeft: null,
    events: [event('submitted', '2026-11-23T03:31:08.000Z')],
    acknowledgements: acknowledged({ state: 'onItsWay', since: '2026-11-23T03:31:08.000Z' }),
    files: [{ id: sampleId, paperId: 'giay-chung-sinh', name: 'giay.jpg', size: 10, sha256: 'a'.repeat(64) }],
    nextStates: ['accepted', 'processing', 'completed', 'handedOver'],
    pause: null,
    supplements: [],
    apologies: [],
    mayWithdraw: true,
    mayRate: false,
    rating: null,
    fee: null,
    ...over,
  };
}

export function acknowledged(forwarding: Schemas['Forwarding']): Dossier['acknowledgements'] {
  const registeredAt = forwarding.state === 'arrived' ? forwarding.since : null;
  return { receivedAt: '2026-11-23T03:31:08.000Z', registeredAt, forwarding };
}
