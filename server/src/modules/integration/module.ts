import type { ModuleHandlers } from '#core/handler';
import type { HandIn, HelpWithDraft, MessagesAbout, Movement, Office, OneStopDesk } from './ports.ts';

/** What other systems of the province may do, by key and scope. */
export function createIntegrationModule({
  handIn,
  office,
  oneStop,
  messagesAbout,
  helpWithDraft,
}: {
  handIn: HandIn;
  office: Office;
  oneStop: OneStopDesk;
  messagesAbout: MessagesAbout;
  helpWithDraft: HelpWithDraft;
}): ModuleHandlers<'integration'> {
  return {
    async listDossiersForOffice({ query }) {
      return { status: 200, body: await office.list(query) };
    },
    async readDossierForOffice({ params, query, caller }) {
      const reader = { system: caller.system, purpose: query.purpose };
      return { status: 200, body: await office.read(params.dossierCode, reader) };
    },
    async helpWithDraft({ params }) {
      return { status: 200, body: await helpWithDraft(params.helpNumber) };
    },
    async moveDossier({ params, body, headers, caller }) {
      const movement: Movement = {
        code: params.dossierCode,
        to: body.to,
        by: body.by,
        note: body.note,
        fee: body.fee,
        system: caller.system,
        idempotencyKey: headers['idempotency-key'],
      };
      return { status: 200, body: await office.move(movement) };
    },
    async handInResult({ params, query, headers, body, caller }) {
      const { by, title } = query;
      const keyed = { system: caller.system, idempotencyKey: headers['idempotency-key'] };
      return { status: 200, body: await handIn({ code: params.dossierCode, by, title, ...keyed, bytes: body }) };
    },
    async askSupplement({ params, body, headers, caller }) {
      const { by, note, answerBy, items } = body;
      const asking = { code: params.dossierCode, by, note, answerBy, items };
      const keyed = { ...asking, system: caller.system, idempotencyKey: headers['idempotency-key'] };
      return { status: 200, body: await office.askSupplement(keyed) };
    },
    async receiveDossierEvent({ body, caller }) {
      return { status: 200, body: await oneStop.receive(body, caller.system) };
    },
    async retryForwarding({ params }) {
      return { status: 200, body: await oneStop.retry(params.dossierCode) };
    },
    async listDossierMessages({ params, caller }) {
      return { status: 200, body: { items: await messagesAbout(params.dossierCode, caller.system) } };
    },
    async listDeadLetters() {
      return { status: 200, body: await oneStop.list() };
    },
  };
}
