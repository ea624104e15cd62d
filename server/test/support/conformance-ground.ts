import type { SampleRequest } from '@dvc/contract/conformance';
import type { OperationId, Schemas } from '@dvc/contract';
import type { HttpPhone } from './http-phone.ts';

/** The body of a success; anything else is thrown. */
export function took<T>(what: string, { status, body, text }: { status: number; body: T; text: string }): T {
  if (status >= 300) throw new Error(`${what}: ${status} ${text}`);
  return body;
}

/** What samples must name of the province that is asked, whichever it is; undefined where it has none. */
export interface Ground {
  commune: string;
  questionField: string;
  newsTopic: string;
  newsPicture: string | undefined;
  channel: string | undefined;
}

/** Asks the server for it. */
export async function groundOf(phone: HttpPhone): Promise<Ground> {
  const list = async <T>(path: string): Promise<T> => took(path, await phone.call<T>('GET', path));
  const communes = await list<{ items: Schemas['AuthoritySummary'][] }>('/authorities?kind=commune');
  const fields = await list<Schemas['QuestionFields']>('/question-fields');
  const { topics, items: articles } = await list<{
    topics: Schemas['NewsTopic'][];
    items: Schemas['ArticleSummary'][];
  }>('/news');
  const channels = await list<{ items: Schemas['Channel'][] }>('/channels?kind=tv');
  return {
    commune: communes.items[0]?.id ?? '',
    questionField: fields.items[0]?.id ?? '',
    newsTopic: topics[0]?.id ?? '',
    newsPicture: articles.find(({ picture }) => picture !== null)?.picture?.id,
    channel: channels.items[0]?.id,
  };
}

type Requests = Partial<Record<OperationId, SampleRequest>>;

/** The samples name things of Tây Ninh; here those of the province that is asked, and no request for what it has none of. */
export function onGround(requests: Requests, { questionField, newsTopic, newsPicture, channel }: Ground): Requests {
  const { askQuestion, publishArticle, handInProgramme, readNewsPicture, ...others } = requests;
  const having = (request: SampleRequest | undefined, more: SampleRequest): SampleRequest => ({
    ...request,
    ...(more.path ? { path: { ...request?.path, ...more.path } } : {}),
    ...(more.body ? { body: { ...(request?.body as object), ...more.body } } : {}),
  });
  return {
    ...others,
    askQuestion: having(askQuestion, { body: { field: questionField } }),
    publishArticle: having(publishArticle, { body: { topic: newsTopic } }),
    ...(channel === undefined ? {} : { handInProgramme: having(handInProgramme, { path: { channelId: channel } }) }),
    ...(newsPicture === undefined
      ? {}
      : { readNewsPicture: having(readNewsPicture, { path: { pictureId: newsPicture } }) }),
  };
}
