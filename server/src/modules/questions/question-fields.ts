import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const time = z.string().regex(/^\d\d:\d\d$/);
const questionsFile = z.object({
  promiseHours: z.number().int().positive(),
  workingHours: z.array(z.tuple([time, time])).min(1),
  fields: z.array(z.object({ id: z.string(), name: z.string(), authority: z.string() })),
  samples: z.array(
    z.object({ id: z.uuid(), field: z.string(), title: z.string(), text: z.string(), answer: z.string() }),
  ),
});

/** What a province says of questions: fields, who answers them, how soon, and samples. */
export type QuestionPlan = z.infer<typeof questionsFile>;

/** From `questions.json` of a province; without one nothing can be asked. */
export async function readQuestionPlan(province: URL): Promise<QuestionPlan> {
  try {
    return questionsFile.parse(JSON.parse(await readFile(new URL('questions.json', province), 'utf8')));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return { promiseHours: 8, workingHours: [['07:30', '17:00']], fields: [], samples: [] };
  }
}
