import { phoneStorage } from '#zalo';

/**
 * How far the last tap on "Đóng" came, so that a killed app goes on from there and never begins a second time.
 * asked: signed fields were asked for and have not come, nothing can be open · signed: they came, the sheet may be open ·
 * refused: Zalo opened nothing · opened: the sheet was open, under Checkout's own id.
 */
export interface KeptTap {
  orderId: string;
  key: string;
  step: 'asked' | 'signed' | 'refused' | 'opened';
  checkoutOrderId?: string;
}

/** One sheet can be open on one phone. */
const name = 'tap-to-pay';
const steps: readonly unknown[] = ['asked', 'signed', 'refused', 'opened'];

function read(text: string | undefined, orderId: string): KeptTap | undefined {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<KeptTap> | null;
    if (kept?.orderId !== orderId || typeof kept.key !== 'string' || !steps.includes(kept.step)) return undefined;
    return kept as KeptTap;
  } catch {
    return undefined;
  }
}

export const keptTap = {
  peek: (orderId: string): KeptTap | undefined => read(phoneStorage.peek(name), orderId),
  find: async (orderId: string): Promise<KeptTap | undefined> => read(await phoneStorage.read(name), orderId),
  keep: (tap: KeptTap): void => phoneStorage.write(name, JSON.stringify(tap)),
  drop: (): void => phoneStorage.remove(name),
};
