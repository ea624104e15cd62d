import type { Schemas } from '@dvc/contract';
import { phoneStorage } from '#zalo';

type Ticket = Schemas['Appointment'];

const key = (id: string): string => `ticket.${id}`;

/** What a counter needs of a ticket where there is no network: place, time, number, code. Nothing says whose it is. */
export function keepTicket(ticket: Ticket): void {
  if (ticket.state === 'booked' || ticket.state === 'called') {
    phoneStorage.write(key(ticket.id), JSON.stringify({ ...ticket, queue: null }));
  } else {
    phoneStorage.remove(key(ticket.id));
  }
}

function isTicket(value: unknown): value is Ticket {
  if (typeof value !== 'object' || value === null) return false;
  const { id, day, time, number, officeName, link, bring } = value as Partial<Ticket>;
  return (
    [id, day, time, officeName, link].every((part) => typeof part === 'string') &&
    typeof number === 'number' &&
    Array.isArray(bring)
  );
}

/** A ticket that was opened on this phone before; undefined where it was not, or the phone forgot. */
export async function keptTicket(id: string): Promise<Ticket | undefined> {
  const text = await phoneStorage.read(key(id));
  if (text === undefined) return undefined;
  try {
    const found: unknown = JSON.parse(text);
    return isTicket(found) ? found : undefined;
  } catch {
    return undefined;
  }
}
