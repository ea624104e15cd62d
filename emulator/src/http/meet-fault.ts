import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../world/faults.ts';
import { cutConnection, send } from './exchange.ts';
import type { Reply } from './exchange.ts';

const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

type ErrorFault = Extract<Fault, { kind: 'error' }>;

/**
 * What befalls a request before anybody does the work it asks for. `sayError` is how this endpoint writes an error.
 * @returns whether that was all: nobody is to answer any more.
 */
export async function meetFault(
  fault: Fault | null,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  sayError: (fault: ErrorFault) => Reply,
): Promise<boolean> {
  switch (fault?.kind) {
    case undefined:
      return false;
    case 'slow':
      await wait(fault.ms);
      return false;
    case 'answer-lost':
      // The work is done and nobody hears of it: the case that tempts a caller to send twice.
      response.end = () => (cutConnection(request), response);
      return false;
    case 'down':
      cutConnection(request);
      return true;
    case 'html-502':
      send(response, { status: 502, body: BAD_GATEWAY });
      return true;
    case 'error':
      send(response, sayError(fault));
      return true;
  }
}
