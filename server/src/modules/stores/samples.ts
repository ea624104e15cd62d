import { readFile } from 'node:fs/promises';
import { vietQr } from '@dvc/contract/vietqr';
import { z } from 'zod';
import type { Deps } from '#core/deps';
import { makeFindable } from './findable.ts';
import type { Needs } from './ports.ts';
import type { PublicFacts } from './public-facts.ts';

const file = z.array(
  z.object({
    id: z.uuid(),
    name: z.string(),
    kind: z.string(),
    goods: z.string(),
    commune: z.string(),
    address: z.string(),
    accountNumber: z.string(),
    accountName: z.string(),
  }),
);

/** No bank has this number: whoever scans a sample's code pays nobody. */
const NO_BANK = '000000';

async function readSamples(folder: URL): Promise<z.infer<typeof file>> {
  try {
    return file.parse(JSON.parse(await readFile(new URL('stores/samples.json', folder), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** With SAMPLE_DATA on, shops that are made up and say so; each is put in once and never changed. */
export async function keepSampleStores({ db, clock, province, settings, search }: Deps, needs: Needs): Promise<void> {
  if (settings.SAMPLE_DATA === 'off') return;
  const now = clock.now();
  const { current } = needs.forms;
  for (const { id, commune, address, accountNumber, accountName, ...shop } of await readSamples(province.folder)) {
    const facts: PublicFacts = {
      ...shop,
      commune,
      address: [address, needs.communeNames.get(commune)].filter(Boolean).join(', '),
      phone: null,
      payment: {
        bankName: 'Ngân hàng mẫu (không chuyển tiền được)',
        accountNumber,
        accountName,
        qr: vietQr({ bin: NO_BANK, accountNumber }),
      },
    };
    await db.tx(async (tx) => {
      const { count } = await tx.query(
        `insert into stores (id, state, form_version, answers, page, rev, saved_at, changed_at, account_shown, sample,
                             public_facts, kind, commune, approved_at)
         values ($1, 'approved', $2, '{}', 'review', 1, $3, $3, true, true, $4, $5, $6, $3) on conflict (id) do nothing`,
        [id, current.version, now, JSON.stringify(facts), facts.kind, commune],
      );
      if (count > 0) await makeFindable(tx, id, facts, { search, needs });
    });
  }
}
