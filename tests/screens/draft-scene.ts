import type { Route } from '@playwright/test';
import { beginBirthDossier, birthPages, BIRTH_PROCEDURE, choose, goOn } from '../support/birth-dossier.ts';
import { at, type Shot, type Stage } from './stage.ts';

const NAME = 'Họ, chữ đệm, tên của bé';
const isDraft = (url: URL): boolean => /^\/drafts\/[^/]+$/.test(url.pathname);

/** Another phone saves the draft a moment before this one does. */
async function saveElsewhereFirst(route: Route): Promise<void> {
  if (route.request().method() !== 'PUT') return route.fallback();
  const body = route.request().postDataJSON() as { answers: Record<string, unknown> };
  const answers = { ...body.answers, childName: 'Nguyễn Bình An', childGender: 'nam' };
  await route.fetch({ postData: JSON.stringify({ ...body, answers }) });
  return route.fallback();
}

/** The draft was begun in a version of the form that asked something else. */
async function movedFromOlder(route: Route): Promise<void> {
  if (route.request().method() !== 'GET') return route.fallback();
  const response = await route.fetch();
  const draft = (await response.json()) as { formVersion: string };
  const left = { version: draft.formVersion, path: 'birthFacility', value: 'Trạm y tế xã Tân Biên' };
  return route.fulfill({ response, json: { ...draft, movedFrom: '2026-01-01.1', oldAnswers: [left] } });
}

const here = ({ page }: Stage): string => {
  const { pathname, searchParams } = new URL(page.url());
  searchParams.delete('zalo_phone');
  return `${pathname.replace(/^\/zapps\/[^/]+/, '')}?${searchParams.toString()}`;
};

/** Drafts: only on this phone, met by another phone's version, moved to a newer form. */
export const draftShots: readonly Shot[] = [
  at('draft-before', `/ho-so/nop/${BIRTH_PROCEDURE}`),
  {
    name: 'draft-offline',
    go: async (stage) => {
      await beginBirthDossier(stage);
      await choose(stage.app, 'Bạn là gì của bé?', 'Mẹ');
      await goOn(stage.app);
      await birthPages[1]?.fill(stage.app);
      await stage.page.getByText(/Đã lưu trên máy chủ lúc/).waitFor();
      await stage.control.setNetwork(stage.phoneId, 'none');
      await stage.app.getByLabel(NAME).fill('Nguyễn Ngọc Bảo Anh');
      await stage.page.getByText(/^Chưa lưu, chỉ ở máy này/).waitFor();
    },
  },
  {
    name: 'draft-conflict',
    go: async (stage) => {
      await stage.control.setNetwork(stage.phoneId, '4g');
      await stage.page.getByText(/Đã lưu trên máy chủ lúc/).waitFor({ timeout: 20_000 });
      await stage.page.route(isDraft, saveElsewhereFirst);
      await stage.app.getByLabel(NAME).fill('Nguyễn Ngọc Bảo An');
      await stage.page.getByRole('heading', { name: 'Bản nháp vừa được sửa ở máy khác' }).waitFor();
    },
  },
  {
    name: 'draft-moved',
    go: async (stage) => {
      await stage.page.unroute(isDraft);
      await stage.app.getByRole('button', { name: 'Dùng bản ở máy kia' }).click();
      await stage.app.getByLabel(NAME).waitFor();
      await stage.page.route(isDraft, movedFromOlder);
      await stage.open(here(stage));
      await stage.page.getByText('Trạm y tế xã Tân Biên').waitFor();
    },
  },
];
