import { operationTable } from '@dvc/contract';
import type { OperationId } from '@dvc/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from './deps.ts';
import { refusalOf, writeProblem } from './error-handler.ts';
import { createPlainPage, link, paragraph, type Page } from './plain-page.ts';

/** What a person opens in a browser between the app and the provincial ID; nobody there can read a problem document. */
const OPENED_IN_BROWSERS: readonly OperationId[] = ['openStepUp', 'finishLogin'];

export const isOpenedInBrowsers = (id: OperationId): boolean => OPENED_IN_BROWSERS.includes(id);

/** Their addresses, for who looks before the framework does. */
export const browserPaths: ReadonlySet<string> = new Set(OPENED_IN_BROWSERS.map((id) => operationTable[id].path));

/** "Come back later" for people; the button asks for the same address again. */
export function createBusyPage({ province, settings }: Pick<Deps, 'province' | 'settings'>): Page {
  return createPlainPage(province, settings)(
    'Hệ thống của tỉnh đang bận',
    paragraph('Lúc này nhiều người dùng quá, hoặc máy chủ đang được khởi động lại. Phần bạn đang làm vẫn còn.'),
    paragraph('Chờ ít phút rồi bấm Thử lại.'),
    link('', 'Thử lại', 'main'),
  );
}

/** As `answerFailure`, but "later" is said on a page. */
export function createPageFailure({ raw, headers }: Page) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const refusal = refusalOf(error, request, reply);
    if (refusal.status !== 503) return writeProblem(refusal, request, reply);
    return reply
      .code(503)
      .headers({ 'cache-control': 'no-store', ...headers })
      .serializer((page: unknown) => page as string)
      .send(raw);
  };
}
