import { createElement, useEffect, useReducer, useState, type ComponentType } from 'react';
import { toAppError, AppError } from '#lib/app-error';
import { note } from '#lib/log';
import { defineTexts } from '#lib/texts';
import { Screen } from '#ui/screen';
import { Failure, Loading } from '#ui/states';
import { useTexts } from '#ui/texts';
import { Reopen } from './reopen';

const texts = defineTexts({
  vi: {
    opening: (title: string) => `Đang mở: ${title}`,
    failed: 'Chưa mở được màn hình này',
    failedMore: 'Phần này cần tải thêm mà mạng chưa cho. Những gì đã lưu vẫn còn. Bấm Thử lại, hoặc mở lại ứng dụng.',
  },
  en: {
    opening: (title: string) => `Opening: ${title}`,
    failed: 'This screen could not be opened yet',
    failedMore: 'It needs to load more than the network allows. What is saved is kept. Try again, or reopen the app.',
  },
});

export type LoadScreen = () => Promise<{ default: ComponentType }>;

const loaded = new Map<LoadScreen, ComponentType>();

/** Fetches a screen's code once; a failure may be tried again. */
export async function fetchScreen(load: LoadScreen): Promise<ComponentType> {
  const known = loaded.get(load);
  if (known !== undefined) return known;
  const { default: Component } = await load();
  loaded.set(load, Component);
  return Component;
}

/** Whether the app's own page could be loaded now; a page of the browser's in its place would help nobody. */
async function isReachable(): Promise<boolean> {
  const answer = await fetch(window.location.href, { cache: 'no-store' }).catch(() => undefined);
  return answer?.ok === true;
}

function lost(error: unknown): AppError {
  note('a screen’s code did not come', error);
  return navigator.onLine ? new AppError('server', { code: 'chunk-lost', cause: error }) : new AppError('offline');
}

/** A screen whose code comes when it is first shown; React.lazy would remember a failure for ever. */
export function LazyScreen({ load, title }: { load: LoadScreen; title: string }) {
  const t = useTexts(texts);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const [failed, setFailed] = useState<AppError>();
  const [first, setFirst] = useState(true);
  const code = loaded.get(load);

  useEffect(() => {
    if (code !== undefined || failed !== undefined) return undefined;
    let wanted = true;
    fetchScreen(load).then(
      () => wanted && drawAgain(),
      async (error: unknown) => {
        // Not come again: what it leans on is remembered as lost, and only a new document forgets that.
        const anew = !first && (await isReachable());
        if (wanted && anew) window.location.reload();
        else if (wanted) setFailed(toAppError(lost(error)));
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, code, failed, first]);

  if (code !== undefined) return createElement(code);
  if (failed === undefined) {
    return (
      <Screen title={title} busy>
        <Loading label={t.opening(title)} />
      </Screen>
    );
  }
  const tryAgain = (): void => {
    setFirst(false);
    setFailed(undefined);
  };
  return (
    <Screen title={title}>
      <Failure error={failed} title={t.failed} onRetry={tryAgain}>
        {t.failedMore}
      </Failure>
      <Reopen />
    </Screen>
  );
}
