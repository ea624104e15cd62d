import type { Schemas } from '@dvc/contract';
import { minutes } from '../../src/core/clock.ts';
import { sha256 } from '../../src/core/secrets.ts';
import { askTwice, askWithFile, bookFirstFree } from './ask-and-book.ts';
import { citizenPhone, listen, readyDraft, submitDraft } from './birth-draft.ts';
import { publicReport, sentWithPhoto } from './field-report.ts';
import { operationSamples, type Belongings } from './operation-samples.ts';
import {
  asOffice,
  bill,
  billsFor,
  callBack,
  callbackBody,
  openCheckout,
  pay,
  payFor,
  settleAtZalo,
} from './payments.ts';
import { sentStore, startStore } from './store-registration.ts';
import type { TestPhone } from './test-phone.ts';
import { TEST_INTEGRATION_KEY, type TestServer } from './test-server.ts';

/** One caller of each kind, one of whom owns something of everything. */
export interface Everybody {
  owner: TestPhone;
  nobody: TestPhone;
  unknown: TestPhone;
  expired: TestPhone;
  visitor: TestPhone;
  contact: TestPhone;
  /** At level 2 as the owner, and owns nothing. */
  stranger: TestPhone;
  /** Another system that may do everything, and one whose key opens nothing of this. */
  office: TestPhone;
  narrow: TestPhone;
  of: Belongings;
  /** Where the server listens. */
  url: string;
}

/** What must be there for the rest to mean anything. */
function there<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('everybody: something was not made');
  return thing;
}

/** Makes everybody who might call, and gives one of them something of each kind. Moves the server's clock by 31 minutes. */
export async function settleEverybody(server: TestServer): Promise<Everybody> {
  const withToken = (person: string, token: string) => Object.assign(server.phone(person), { token });
  const expired = await citizenPhone(server, 'anh');
  server.clock.advance(minutes(31));
  const owner = await server.phone('anh').open();
  const nobody = server.phone('phuc');
  const unknown = withToken('phuc', 'A'.repeat(43));
  const visitor = await server.phone('phuc').open();
  const contact = await (await server.phone('gam').open()).giveContact();
  const stranger = await citizenPhone(server, 'binh');
  const office = withToken('phuc', TEST_INTEGRATION_KEY);
  const narrow = withToken('phuc', `${TEST_INTEGRATION_KEY}-narrow`);
  const url = await listen(server);
  const sent = await readyDraft(server, url, owner);
  const { body: receipt } = await submitDraft(owner, sent.submission);
  const { draft } = await readyDraft(server, url, owner);
  await server.deps.db.tx((tx) =>
    tx
      .query('select account_id as id from sessions where token_hash = $1', [sha256(owner.token ?? '')])
      .then(({ rows }) =>
        server.deps.notify.tell(tx, {
          accountId: String(there(rows[0])['id']),
          topic: 'service',
          title: 'Tin',
          body: 'Tin',
          path: null,
          key: 'levels',
        }),
      ),
  );
  const { body: inbox } = await owner.call<{ items: Schemas['Notification'][] }>('GET', '/notifications');
  const { body: delegation } = await owner.call<Schemas['Delegation']>('POST', '/delegations', {
    body: operationSamples.createDelegation({ phone: owner } as Belongings).body ?? {},
  });
  const { draft: store } = await startStore(owner);
  const { code: storeCode } = await sentStore(owner);
  const [unpaid, paid, stray] = await billsFor(server, owner, [bill(), bill(), bill()]);
  // The pupil of the samples.
  await billsFor(server, owner, [bill({ studentCode: 'HS-0001' })]);
  const order = await pay(server, owner, [there(paid).id]);
  const { body: other } = await payFor(owner, [there(stray).id]);
  // Money that names no order of ours.
  const checkout = settleAtZalo(server, await openCheckout(server, owner, other.id));
  await callBack(server, callbackBody(server, Object.assign(checkout, { extradata: '' })));
  const found = await asOffice<{ items: Schemas['Mismatch'][] }>(server, 'GET', '/payment-mismatches');
  const { open: question, published } = await askTwice(server, owner);
  // What is exported asks for a recent login.
  await owner.link('072188000001');
  const { body: made } = await owner.call<Schemas['PersonalExport']>('POST', '/privacy/exports');
  await server.deps.jobs.drain();
  const { body: share } = await owner.call<{ id: string }>('POST', `/wallet/documents/${receipt.dossierId}/shares`, {
    body: { audience: 'Nhà trường' },
  });
  const of: Belongings = {
    exportId: made.id,
    shareId: share.id,
    storeId: store.id,
    storeCode,
    studentId: there(paid).studentId,
    billId: there(unpaid).id,
    orderId: order.id,
    orderCode: order.code,
    mismatchId: there(found.body.items[0]).id,
    questionId: question.id,
    questionCode: question.code,
    publishedId: published.id,
    questionFile: await askWithFile(server, url, owner),
    appointment: (await bookFirstFree(owner)).body,
    report: await sentWithPhoto(server, url, owner),
    publicReport: await publicReport(server, url, owner),
    delegationId: delegation.id,
    phone: owner,
    draft,
    fileId: there(draft.files[0]).id,
    dossierId: receipt.dossierId,
    dossierCode: receipt.code,
    notificationId: there(inbox.items[0]).id,
  };
  return { owner, nobody, unknown, expired, visitor, contact, stranger, office, narrow, of, url };
}
