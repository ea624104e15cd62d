import type { Browser } from '@playwright/test';
import { ControlClient } from '../emulator/src/control-client.ts';
import { raiseToCitizen } from '../tests/support/raise-level.ts';
import type { Stack } from '../tests/support/stack.ts';
import { newPhone, openByTap, slowDown, type Tap } from './bench-page.ts';
import { readModuleTable } from './read-module-table.ts';

/** A citizen's phone. @returns the address of the mini app on it. */
export async function citizensPhone(browser: Browser, stack: Stack): Promise<string> {
  const control = new ControlClient(stack.emulatorUrl);
  const person = await control.createPerson({ name: 'Ngọc Ánh', followsOfficialAccount: true });
  const phone = await control.createPhone({ personId: person.id });
  const elsewhere = await browser.newContext();
  await raiseToCitizen(stack, control, person.id, await elsewhere.newPage(), '072188000001');
  await elsewhere.close();
  const { appId } = await control.ready();
  return `${stack.phoneUrl}/zapps/${appId}/?zalo_phone=${phone.id}`;
}

export interface FirstOpening extends Tap {
  path: string;
}

/**
 * Every service of home, opened once each from a home at rest, on one phone that has never opened any: its own code comes over
 * the line, and its data. What two services share comes with the first of them, so each round begins with another one.
 */
export async function openServices(
  browser: Browser,
  address: string,
  cpu: number,
  round: number,
): Promise<FirstOpening[]> {
  const tiles = (await readModuleTable()).flatMap((module) => module.tiles ?? []).map(({ to }) => to);
  const start = (round * 5) % tiles.length;
  const paths = [...tiles.slice(start), ...tiles.slice(0, start)];
  const context = await newPhone(browser);
  const page = await context.newPage();
  await slowDown(page, cpu);
  await page.goto(address);
  // The app fetches what is likely to be opened next a moment after the first screen.
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(4_000);
  const openings: FirstOpening[] = [];
  for (const path of paths) {
    openings.push({ path, ...(await openByTap(page, path)) });
    await page.waitForLoadState('networkidle');
    await page.goBack();
    await page.getByRole('navigation', { name: 'Dịch vụ chính' }).waitFor();
  }
  await context.close();
  return openings;
}
