import type { Schemas } from '@dvc/contract';
import { readablePhone } from '#lib/phone-number';
import { phoneIcon } from '#ui/icons';
import type { Way } from '#ui/ways';
import { dialNumber } from '#zalo';

interface Words {
  call: (number: string) => string;
  callFailed: (number: string) => string;
  doubtful: string;
}

/** The numbers of a place, one tap each. */
export function callsTo(phones: Schemas['PlaceSummary']['phones'], t: Words): Way[] {
  return phones.map(({ number, confidence }) => ({
    ...{ icon: phoneIcon, words: t.call(readablePhone(number)) },
    ...{ act: () => dialNumber(number), failed: t.callFailed(readablePhone(number)) },
    doubt: confidence === 'L' ? t.doubtful : undefined,
  }));
}
