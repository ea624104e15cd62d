import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { ConformanceOptions, SampleRequest } from '@dvc/contract/conformance';
import { operationTable, type OperationId, type Schemas } from '@dvc/contract';
import { ControlClient, type PersonTokens } from '@dvc/emulator/src/control-client.ts';
import { INTEGRATION_KEYS, OPEN311_KEY } from '@dvc/emulator/src/identity.ts';
import { birthAnswers, BIRTH_PAPER, DECLARED, saveDraft, sendPaper, startDraft, submitDraft } from './birth-draft.ts';
import { httpPhone, type HttpPhone } from './http-phone.ts';
import { operationSamples, type Belongings, type Sample } from './operation-samples.ts';
import { AGREED, storeAnswers } from './store-registration.ts';
import { sampleQuestion } from './ask-samples.ts';
import { bill, schoolBills } from './payments.ts';
import { loginAtProvider } from './provincial-login.ts';
import { moneyMoments } from './conformance-money.ts';
import { moments } from './conformance-moments.ts';
import { groundOf, onGround, took } from './conformance-ground.ts';
import { dossierScene, questionScene, reportScene, visitScene, type Cast } from './conformance-scenes.ts';
import { potholeReport } from './field-report.ts';
import { pdf } from './sample-papers.ts';
import { returnCodeIn } from './test-phone.ts';

type Given = Pick<ConformanceOptions, 'tokens' | 'integrationKeys' | 'fixtures' | 'madeAtOnce'>;

/** A running server of ours, and the stand-in for Zalo it trusts. */
export interface Where {
  serverUrl: string;
  emulatorUrl: string;
}

const VISITOR = 'phuc';
const CONTACT = 'gam';
const CITIZEN = 'anh';

/** Of two with the same scopes whichever comes first. */
const keys = INTEGRATION_KEYS.split(',').map((entry) => {
  const [, scopes = '', secret = ''] = /^[\w-]+:([\w:+-]+):([^:]+)$/.exec(entry) ?? [];
  return { scopes: scopes.split('+'), secret };
});

async function openSession({ serverUrl }: Where, { accessToken }: PersonTokens): Promise<HttpPhone> {
  const answer = await httpPhone(serverUrl).call<Schemas['Session']>('POST', '/session', { body: { accessToken } });
  return httpPhone(serverUrl, took('session', answer).token);
}

async function giveContact(phone: HttpPhone, { accessToken, phoneToken }: PersonTokens): Promise<void> {
  took('contact', await phone.call('POST', '/session/contact', { body: { accessToken, phoneToken } }));
}

/** The way back from the provincial ID's pages, with which a linking is brought home. */
async function freshCode(
  { serverUrl }: Where,
  phone: HttpPhone,
  citizenNumber: string,
): Promise<{ code: string; verifier: string }> {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const asked = await phone.call<Schemas['StepUp']>('POST', '/identity/step-ups', {
    body: { returnTo: '/', challenge },
  });
  // Where it calls itself by another address it is asked at this one all the same.
  const here = (address: string): string => serverUrl + address.slice(new URL(address).origin.length);
  const start = await fetch(here(took('step-up', asked).url), { redirect: 'manual' });
  const back = await loginAtProvider(start.headers.get('location') ?? '', citizenNumber);
  return { code: returnCodeIn(await (await fetch(here(back))).text()), verifier };
}

async function readyDraft(serverUrl: string, phone: HttpPhone, commune: string) {
  const begun = await startDraft(phone);
  const bytes = pdf({ before: `% ${begun.id}\n` });
  await sendPaper(serverUrl, phone, { draftId: begun.id, bytes, name: 'Giấy chứng sinh.pdf', paperId: BIRTH_PAPER });
  for (let tries = 0; tries < 300; tries += 1) {
    const { body } = await phone.call<Schemas['Draft']>('GET', `/drafts/${begun.id}`);
    if (body.files[0]?.state === 'ready') break;
    await new Promise((settle) => setTimeout(settle, 50));
  }
  const draft = took('draft', await saveDraft(phone, begun, birthAnswers({}, commune)));
  const files = draft.files.map(({ id, sha256 }) => ({ id, sha256: sha256 ?? '' }));
  return { draft, submission: { draftId: draft.id, rev: draft.rev, files, declaration: DECLARED } };
}

async function firstFreeVisit(phone: HttpPhone): Promise<Schemas['Appointment'] | undefined> {
  const { body: offices } = await phone.call<{ items: Schemas['AppointmentOffice'][] }>('GET', '/appointment-offices');
  const office = offices.items[0];
  const service = office?.services[0];
  if (!office || !service) return undefined;
  const path = `/appointment-offices/${office.id}/services/${service.id}/days`;
  const { body: days } = await phone.call<{ items: Schemas['AppointmentDay'][] }>('GET', path);
  const slot = days.items.flatMap(({ day, slots }) =>
    slots.filter(({ free }) => free > 0).map(({ time }) => ({ day, time })),
  )[0];
  if (!slot) return undefined;
  const body = { id: randomUUID(), officeId: office.id, serviceId: service.id, ...slot };
  return took('visit', await phone.call<Schemas['Appointment']>('POST', '/appointments', { body }));
}

/** One more visit, of somebody else: one that was called can no longer be moved. */
async function visitToCall(phone: HttpPhone): Promise<SampleRequest> {
  const visit = await firstFreeVisit(phone);
  if (!visit) throw new Error('no free visit is left');
  const { officeId, day, number } = visit;
  return { path: { officeId, day }, body: { number } };
}

/** A sample of ours as the suite takes it: what stands in the address becomes values by name. */
function asRequest(id: OperationId, { url, body, headers }: Sample): SampleRequest {
  const { pathname, searchParams } = new URL(url, 'http://nobody');
  const names = [...operationTable[id].path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const shape = operationTable[id].path.replaceAll('.', '[.]').replace(/\{\w+\}/g, '([^/]+?)');
  const values = (new RegExp(`^${shape}$`).exec(pathname) ?? []).slice(1).map(decodeURIComponent);
  return {
    path: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])),
    query: Object.fromEntries(searchParams),
    ...(body === undefined ? {} : { body }),
    ...(headers === undefined ? {} : { headers }),
  };
}

/** Operations whose samples name what this stand made, and are to be accepted. */
const SAMPLED: readonly OperationId[] = [
  ...(['createSession', 'startStepUp', 'listProcedures', 'startDraft', 'saveDraft'] as const),
  ...(['createDelegation', 'createFile', 'readFileOffset', 'trackDossier'] as const),
  ...([
    'followStudent',
    'importBills',
    'bringStatement',
    'readLedger',
    'searchEverything',
    'keepRecentSearch',
  ] as const),
  ...(['importPlaces', 'listAuthorities', 'saveQuestionDraft', 'askQuestion', 'createQuestionFile'] as const),
  ...(['listAppointmentDays', 'readAppointment', 'listAppointmentsForOffice', 'setAppointmentDay'] as const),
  ...(['readDossierForOffice', 'helpWithDraft', 'moveDossier', 'handInProgramme', 'publishArticle'] as const),
  ...(['handInNewsPicture', 'sendReport', 'findReportsNearby', 'mapReports', 'findCommunesAt'] as const),
  ...(['readReportForOffice', 'moveReport', 'noteReport', 'addCounts', 'handInCounterDossiers'] as const),
  ...(['changeNoticeChoices', 'receiveMiniAppEvent', 'receiveOaEvent', 'payTuition', 'readNewsPicture'] as const),
];

/**
 * Sessions of all levels and things of a citizen, made over the network on a running server, for the conformance suite. Only
 * with the stand-in for Zalo: on another server these are given by hand.
 */
export async function conformanceStand(where: Where): Promise<Given> {
  const { serverUrl, emulatorUrl } = where;
  const control = new ControlClient(emulatorUrl);
  const tokensOf = async (person: string): Promise<PersonTokens> => {
    await control.changePerson(person, { consents: { 'scope.userInfo': true, 'scope.userPhonenumber': true } });
    return control.tokensFor(person);
  };
  const visitor = await openSession(where, await tokensOf(VISITOR));
  const contact = await openSession(where, await tokensOf(CONTACT));
  await giveContact(contact, await tokensOf(CONTACT));
  const citizen = await openSession(where, await tokensOf(CITIZEN));
  await giveContact(citizen, await tokensOf(CITIZEN));
  const citizenNumber = (await control.person(CITIZEN)).citizenNumber ?? '';
  took(
    'linking',
    await citizen.call('POST', '/identity/links', { body: await freshCode(where, citizen, citizenNumber) }),
  );

  const ground = await groundOf(visitor);
  const newDraft = () => readyDraft(serverUrl, citizen, ground.commune);
  const { submission } = await newDraft();
  const receipt = took('dossier', await submitDraft(citizen, submission));
  const { submission: toSend } = await newDraft();
  const { draft } = await newDraft();
  const report = potholeReport();
  const sent = took(
    'report',
    await citizen.call<Schemas['SentReport']>('POST', '/reports', {
      body: report,
      headers: { 'idempotency-key': report.id },
    }),
  );
  const question = { ...sampleQuestion, field: ground.questionField };
  took('question', await citizen.call('POST', '/my-questions', { body: { id: randomUUID(), ...question } }));
  const { draft: shop } = took(
    'shop',
    await citizen.call<Schemas['StoreRegistration']>('POST', '/store-registrations', { body: { id: randomUUID() } }),
  );
  const written = {
    rev: shop.rev,
    formVersion: shop.formVersion,
    answers: storeAnswers({}, ground.commune),
    oldAnswers: [],
    page: 'review',
  };
  const filled = took(
    'shop filled',
    await citizen.call<Schemas['Draft']>('PUT', `/store-registrations/${shop.id}`, { body: written }),
  );
  const desk = (scope: string): HttpPhone =>
    httpPhone(serverUrl, keys.find(({ scopes }) => scopes.includes(scope))?.secret);
  const cashier = desk('tuition:write');
  const owed = bill({ studentCode: 'HS-0001' });
  took('bills', await cashier.call('POST', '/integration/tuition/bills', { body: schoolBills([owed]) }));
  const student = took(
    'student',
    await citizen.call<Schemas['Student']>('POST', '/tuition/students', {
      body: { studentCode: owed.studentCode, birthDate: owed.birthDate },
    }),
  );
  const appointment = await firstFreeVisit(citizen);
  const { body: shownReports } = await citizen.call<{ items: Schemas['PublicReport'][] }>('GET', '/reports');
  const shown = shownReports.items[0];

  const cast: Cast = { citizen, question, oneStop: desk('dossiers:write'), reportDesk: desk('reports:write') };
  const oneMoreDossier = async () => took('dossier', await submitDraft(citizen, (await newDraft()).submission));
  const scenes = {
    ...(await questionScene(cast)),
    ...(await reportScene(cast)),
    ...(await dossierScene(cast, oneMoreDossier)),
    ...(appointment === undefined ? {} : await visitScene(cast, appointment)),
  };

  const zalo = await tokensOf(CITIZEN);
  const of = {
    phone: { zaloToken: () => zalo.accessToken },
    draft,
    fileId: draft.files[0]?.id ?? '',
    dossierId: receipt.dossierId,
    dossierCode: receipt.code,
    billId: student.bills[0]?.id ?? '',
    report: { id: sent.id, code: sent.code, fileId: randomUUID() },
    appointment,
  } as unknown as Belongings;
  // Without an office that receives anybody there is no visit for the samples to name.
  const sampled = SAMPLED.filter((id) => appointment !== undefined || !id.includes('Appointment'));
  const requests = onGround(
    Object.fromEntries(sampled.map((id) => [id, asRequest(id, operationSamples[id](of))])),
    ground,
  );
  const open311 = new URLSearchParams({
    ...{ api_key: OPEN311_KEY, service_code: report.category, description: 'Ổ gà', 'attribute[size]': 'o2' },
    ...{ lat: String(report.place.point?.lat), long: String(report.place.point?.lng) },
  });
  return {
    tokens: { visitor: visitor.token, contact: contact.token, citizen: citizen.token },
    integrationKeys: keys,
    madeAtOnce: {
      ...moments({ serverUrl, newDraft, send: oneMoreDossier }, cast),
      ...moneyMoments(cast, cashier, oneMoreDossier),
      ...(appointment === undefined ? {} : { callAppointment: () => visitToCall(contact) }),
      linkIdentity: async () => ({ body: await freshCode(where, citizen, citizenNumber) }),
      giveContact: async () => {
        const { accessToken, phoneToken } = await tokensOf(CITIZEN);
        return { body: { accessToken, phoneToken } };
      },
      decodePlace: async () => {
        const { accessToken, locationToken } = await tokensOf(CITIZEN);
        return { body: { accessToken, locationToken } };
      },
    },
    fixtures: {
      things: {
        '/files/{fileId}': of.fileId,
        '/drafts/{draftId}': draft.id,
        '/open311/v2/requests/{requestId}': shown?.code ?? '',
        '/open311/v2/tokens/{token}': shown?.id ?? '',
        '/tuition/bills/{billId}': of.billId,
        '/open311/v2/services/{serviceCode}': report.category,
      },
      requests: {
        ...requests,
        ...scenes,
        submitDossier: { body: toSend },
        submitStoreRegistration: { body: { rev: filled.rev, declaration: AGREED } },
        shareDocument: { body: { audience: 'Nhà trường' } },
        orderFiles: { body: { files: [of.fileId] } },
        createOpen311Request: { path: { format: 'json' }, body: open311.toString() },
      },
    },
  };
}
