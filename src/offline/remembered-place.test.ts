import { afterEach, beforeEach, expect, test } from 'vitest';
import { setClock } from '#lib/clock';
import { phoneStorage } from '#zalo';
import { installFakeServer } from '../../tests/support/fake-server';
import { installFakeZalo } from '../../tests/support/fake-zalo';
import { forgetPlace, rememberedPlace, rememberPlace } from './remembered-place';

const path = '/ho-so/nop/1.001193?nhap=3f0b7a0e-0000-4000-8000-000000000001&buoc=be';
let minutes = 0;
let putBack: () => void;
beforeEach(() => {
  installFakeZalo();
  installFakeServer();
  minutes = 0;
  putBack = setClock({ now: () => new Date(Date.UTC(2026, 10, 23, 3, minutes)) });
});
afterEach(() => {
  forgetPlace();
  putBack();
});

test('the open work is found again for a day, then people start anew', async () => {
  rememberPlace(path);
  minutes = 23 * 60;
  expect(await rememberedPlace()).toBe(path);
  minutes = 25 * 60;
  expect(await rememberedPlace()).toBeUndefined();
});

test('whoever left by themselves is not taken back', async () => {
  rememberPlace(path);
  forgetPlace();
  expect(await rememberedPlace()).toBeUndefined();
});

test('what cannot be read is as if never kept', async () => {
  for (const text of ['', 'null', '{', '{"path":3,"at":1}', '{"path":"/x"}']) {
    phoneStorage.write('place', text);
    expect(await rememberedPlace()).toBeUndefined();
  }
});
