import { followOA, openPhone, openShareSheet } from 'zmp-sdk/apis';
import { askPerson, askZalo, type Answer } from './ask';

const openingMs = 10_000;
/** Zalo's sheet says what following means; people may read it. */
const readingMs = 120_000;

/** Opens the phone's own dialling screen with a number; the person still presses call. */
export async function dial(number: string): Promise<void> {
  await askZalo({ name: 'openPhone', run: async () => openPhone({ phoneNumber: number }), limitMs: openingMs });
}

/** Asks the person, by Zalo's own sheet, to follow an Official Account. */
export async function follow(oaId: string): Promise<Answer<true>> {
  return askPerson({
    name: 'followOA',
    run: async () => {
      await followOA({ id: oaId });
      return true as const;
    },
    limitMs: readingMs,
  });
}

/** Zalo's own sheet of friends and groups, for a link; they choose, and may write to it. */
export async function share(link: string): Promise<Answer<true>> {
  const { answer, refused } = await askPerson({
    name: 'openShareSheet',
    run: () => openShareSheet({ type: 'link', data: { link, chatOnly: false } }),
    limitMs: readingMs,
  });
  if (refused !== undefined) return { refused };
  return (answer as { status?: unknown } | null | undefined)?.status === 0
    ? { refused: 'cancelled' }
    : { answer: true };
}
