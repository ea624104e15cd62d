import { expect, test } from 'vitest';
import { sendingKey } from './sending-key';

const draft = '3f0b7a0e-0000-4000-8000-000000000001';

test('the same draft and revision give the same key, as a UUID; any other another', async () => {
  const key = await sendingKey(draft, 4);
  expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(await sendingKey(draft, 4)).toBe(key);
  expect(await sendingKey(draft, 5)).not.toBe(key);
  expect(await sendingKey(draft.replace('1', '2'), 4)).not.toBe(key);
});

test('what a phone sent with an older app is sent again under the same key', async () => {
  expect(await sendingKey(draft, 4)).toBe('71bae46f-b0f8-8900-b1ce-4868cbf9efcd');
});
