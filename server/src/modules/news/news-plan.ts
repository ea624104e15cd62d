import { readFile } from 'node:fs/promises';
import type { Schemas } from '@dvc/contract';
import { z } from 'zod';

const newsFile = z.object({
  topics: z.array(z.object({ id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/), vi: z.string(), en: z.string() })).min(1),
  samples: z
    .array(
      z.object({
        id: z.uuid(),
        topic: z.string(),
        title: z.string(),
        summary: z.string(),
        html: z.string(),
        author: z.string(),
        /** Days before the first start that it seems to be published. */
        daysAgo: z.number().int().nonnegative(),
        picture: z.object({ id: z.uuid(), file: z.string(), alt: z.string() }).optional(),
      }),
    )
    .default([]),
});

type NewsFile = z.infer<typeof newsFile>;

export interface NewsPlan {
  topics: readonly Schemas['NewsTopic'][];
  samples: NewsFile['samples'];
  /** The topic of that id; an article of a topic that is gone is still read, under its id. */
  topic(id: string): Schemas['NewsTopic'];
  has(id: string): boolean;
}

async function readPlan(province: URL): Promise<NewsFile> {
  try {
    return newsFile.parse(JSON.parse(await readFile(new URL('news/news.json', province), 'utf8')));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return { topics: [{ id: 'tin-chung', vi: 'Tin chung', en: 'General' }], samples: [] };
  }
}

/** From `news/news.json` of a province; without one there is a single topic. */
export async function readNewsPlan(province: URL): Promise<NewsPlan> {
  const { topics, samples } = await readPlan(province);
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  return {
    topics,
    samples,
    topic: (id) => byId.get(id) ?? { id, vi: id, en: id },
    has: (id) => byId.has(id),
  };
}
