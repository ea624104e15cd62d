import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createCheckoutMacs } from './checkout-macs.ts';

const KEY = 'private-key-of-a-test';
const macs = createCheckoutMacs(KEY);
const hmac = (line: string) => createHmac('sha256', KEY).update(line).digest('hex');

const DATA = {
  amount: 805_000,
  appId: '2194',
  description: 'HP261126-0001 Học phí',
  extradata: '%7B%7D',
  message: 'Success',
  orderId: 'z-1',
  resultCode: 1,
  transId: 't-9',
};

test('an order is signed over every field by name; what is no text as JSON', () => {
  const fields = {
    item: [{ id: 'bill:1', amount: 805_000 }],
    amount: 805_000,
    desc: 'x',
    extradata: '{"orderId":"1"}',
  };
  const line = 'amount=805000&desc=x&extradata={"orderId":"1"}&item=[{"id":"bill:1","amount":805000}]';
  expect(macs.ofAll(fields)).toBe(hmac(line));
});

test('our own calls: the fields as they come, then the key', () => {
  expect(macs.ofCall({ orderId: 'z-1', appId: '2194' })).toBe(hmac(`orderId=z-1&appId=2194&privateKey=${KEY}`));
});

const mac = hmac(
  'appId=2194&amount=805000&description=HP261126-0001 Học phí&orderId=z-1&message=Success&resultCode=1&transId=t-9',
);
const overallMac = hmac(
  'amount=805000&appId=2194&description=HP261126-0001 Học phí&extradata=%7B%7D&message=Success&orderId=z-1&resultCode=1&transId=t-9',
);

test('a call-back is Zalo’s word only when both of its signatures are', () => {
  expect(macs.isCallback(DATA, mac, overallMac)).toBe(true);
  expect(macs.isCallback(DATA, mac, mac)).toBe(false);
  expect(macs.isCallback(DATA, overallMac, overallMac)).toBe(false);
  expect(macs.isCallback(DATA, '', '')).toBe(false);
  expect(macs.isCallback(DATA, mac.toUpperCase(), overallMac)).toBe(false);
});

test.each(Object.keys(DATA))('a call-back whose %s was changed is nobody’s word', (field) => {
  expect(macs.isCallback({ ...DATA, [field]: 'other' }, mac, overallMac)).toBe(false);
});

test.each(['appId', 'amount', 'description', 'orderId', 'message', 'resultCode', 'transId'])(
  'the first signature alone covers %s',
  (field) => {
    const changed: Record<string, unknown> = { ...DATA, [field]: 'other' };
    expect(macs.isCallback(changed, mac, macs.ofAll(changed))).toBe(false);
  },
);

test('a field put in beside the seven is covered by the second signature', () => {
  expect(macs.isCallback({ ...DATA, extra: 1 }, mac, overallMac)).toBe(false);
});

test('a notice is signed over app, order and method', () => {
  const notice = { appId: '2194', orderId: 'z-1', method: 'VIETQR' };
  const signed = hmac('appId=2194&orderId=z-1&method=VIETQR');
  expect(macs.isNotice(notice, signed)).toBe(true);
  expect(macs.isNotice({ ...notice, more: 'x' }, signed)).toBe(true);
  for (const field of Object.keys(notice)) expect(macs.isNotice({ ...notice, [field]: 'other' }, signed)).toBe(false);
});
