import {
  addBirthNotice,
  beginBirthDossier,
  BIRTH_PROCEDURE,
  fillBirthPages,
  reviewAndDeclare,
  send,
} from '../support/birth-dossier.ts';
import { expect, test } from '../support/journey.ts';
import { linkInto } from '../support/linking.ts';
import { officer } from '../support/officer.ts';
import type { Phone } from '../support/phone.ts';
import { raiseToCitizen } from '../support/raise-level.ts';

const told = async (phone: Phone): Promise<string> => (await phone.messages()).map(({ text }) => text).join('\n');

/** The code of the dossier on the receipt. */
async function receivedCode({ app }: Phone): Promise<string> {
  await expect(app.getByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible({ timeout: 20_000 });
  const text = (await app.getByRole('main').innerText()).replace(/\s/g, '');
  return /\d{3}\.\d{2}\.\d{2}\.H\d{2}-\d{6}-\d{4}/.exec(text)?.[0] ?? '';
}

test('the one-stop system is down, then refuses, then has it; its events come doubled and backwards', async ({
  phone,
  stack,
  control,
  browser,
}) => {
  test.setTimeout(150_000);
  await control.changePerson(phone.person.id, { followsOfficialAccount: true });
  const context = await browser.newContext();
  await raiseToCitizen(stack, control, phone.person.id, await context.newPage(), '072188000001');
  await context.close();
  await phone.openLink(await linkInto(phone, `/ho-so/nop/${BIRTH_PROCEDURE}`));
  await beginBirthDossier(phone);
  await fillBirthPages(phone);
  await addBirthNotice(phone);
  await reviewAndDeclare(phone);

  await control.addFault({ endpoint: 'one-stop', kind: 'down' });
  await send(phone);
  const code = await receivedCode(phone);
  await expect(phone.app.getByText('Đang chuyển tới hệ thống một cửa')).toBeVisible();

  await test.step('it is up and refuses: staff see it, the citizen knows what is kept', async () => {
    await control.clearFaults('one-stop');
    await control.addFault({ endpoint: 'one-stop/dossiers', kind: 'error', code: 422 });
    await expect.poll(() => told(phone), { timeout: 40_000 }).toContain('hệ thống một cửa chưa nhận được hồ sơ');
    await phone.tapNewestMessage('Xem hồ sơ');
    await expect(phone.app.getByText('Chưa chuyển được tới hệ thống một cửa')).toBeVisible();
    await expect(phone.app.getByText(/vẫn giữ đủ hồ sơ.*Cán bộ đã được báo/)).toBeVisible();
    expect(await officer(stack, 'dead-letters')).toContain(`${code}  CHƯA TỚI một cửa`);
  });

  await test.step('an officer sends it on: it is there once, and the citizen hears it', async () => {
    await control.clearFaults('one-stop/dossiers');
    expect(await officer(stack, 'retry', code)).toContain('đang chuyển');
    await expect.poll(() => told(phone), { timeout: 30_000 }).toContain('đã tới hệ thống một cửa');
    await phone.tapNewestMessage('Xem hồ sơ');
    await expect(phone.app.getByText('Đã tới hệ thống một cửa')).toBeVisible();
    const there = (await control.oneStopDossiers()).filter((dossier) => dossier.code === code);
    expect(there.map(({ registrations }) => registrations)).toEqual([1]);
    expect(await officer(stack, 'dead-letters')).not.toContain(code);
  });

  await test.step('its events, three times each and the last one first, end in the right state', async () => {
    await control.setOneStopManner({ held: true, duplicates: 2 });
    for (const to of ['accepted', 'processing', 'completed']) await control.moveAtOneStop(code, { to });
    await control.releaseOneStopEvents('reversed');
    await expect.poll(() => told(phone), { timeout: 30_000 }).toContain('có kết quả');
    await phone.tapNewestMessage('Xem hồ sơ');
    const road = phone.app.getByRole('list').filter({ hasText: 'Một cửa đã tiếp nhận' }).getByRole('listitem');
    await expect(road).toContainText([
      'Đã nhận',
      'Một cửa đã tiếp nhận',
      'Đang xử lý',
      'Đã có kết quả',
      'Đã trả kết quả',
    ]);
    expect(await officer(stack, 'deliveries', code)).toMatch(/có kết quả\n {4}Zalo OA: đã gửi/i);
  });
});
