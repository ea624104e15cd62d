import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { INTEGRATION_KEYS } from '@dvc/emulator/src/identity.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BadCommand } from '../src/officer/options.ts';
import { readReportCommand } from '../src/officer/report-commands.ts';
import { listen } from './support/birth-draft.ts';
import { potholeReport, sendReport, sentWithPhoto } from './support/field-report.ts';
import { photo } from './support/sample-papers.ts';
import type { TestPhone } from './support/test-phone.ts';
import { buildTestServer, type TestServer } from './support/test-server.ts';

const PROGRAM = fileURLToPath(new URL('../src/officer.ts', import.meta.url));

const read = ([verb, ...words]: string[]) => readReportCommand(verb as 'reports' | 'report', words);

describe('the officer’s words about reports', () => {
  const code = 'PA-261126-0001';
  test.each([
    [['reports'], { act: 'list', state: undefined }],
    [['reports', '--state', 'reopened'], { act: 'list', state: 'reopened' }],
    [['report', 'show', code, '--purpose', 'Xử lý'], { act: 'show', code, purpose: 'Xử lý' }],
    [['report', 'take', code, '--internal', 'Đội 2'], { act: 'move', to: 'assigned', internal: 'Đội 2' }],
    [['report', 'start', code], { act: 'move', to: 'inProgress', note: undefined }],
    [['report', 'ask', code, '--note', 'Chỗ nào?'], { act: 'move', to: 'clarifying', note: 'Chỗ nào?' }],
    [['report', 'resolve', code, '--note', 'Xong.', '--photo', 'a.jpg'], { to: 'resolved', photo: 'a.jpg' }],
    [['report', 'refuse', code, '--note', 'Ngoài tỉnh.', '--by', 'Xã A'], { to: 'refused', by: 'Xã A' }],
    [['report', 'note', code, '--internal', 'Gọi đội 2'], { act: 'note', internal: 'Gọi đội 2' }],
    [
      ['report', 'photo', code, 'x', '--purpose', 'Che mặt', '--out', 'a.jpg'],
      { act: 'photo', fileId: 'x', purpose: 'Che mặt', out: 'a.jpg' },
    ],
    [['report', 'hide', code], { act: 'hide', code }],
    [['report', 'merge', code, '--into', 'PA-261126-0002'], { act: 'merge', into: 'PA-261126-0002' }],
    [
      ['report', 'publish', code, '--title', 'Ổ gà', '--photo', 'x: 0.1,0.2,0.3,0.4; 0.5,0.5,0.1,0.1', '--photo', 'y'],
      {
        act: 'publish',
        photos: [
          {
            id: 'x',
            regions: [
              { x: 0.1, y: 0.2, width: 0.3, height: 0.4 },
              { x: 0.5, y: 0.5, width: 0.1, height: 0.1 },
            ],
          },
          { id: 'y', regions: [] },
        ],
      },
    ],
  ])('%j', (words, command) => expect(read(words)).toMatchObject(command));

  test.each([
    [['report'], 'làm gì với phản ánh nào'],
    [['report', 'like', code], 'Không có việc “like”'],
    [['report', 'take'], 'Hãy ghi mã phản ánh'],
    [['report', 'take', code, code], 'Chỉ ghi một mã phản ánh'],
    [['report', 'show', code], 'lý do xem'],
    [['report', 'photo', code, '--out', 'a.jpg'], 'mã ảnh'],
    [['report', 'photo', code, 'x', '--out', 'a.jpg'], 'lý do xem'],
    [['report', 'publish', code], '--title'],
    [['report', 'publish', code, '--title', 'x', '--photo', 'x: 0.1,0.2'], 'Không hiểu vùng che'],
    [['report', 'publish', code, '--title', 'x', '--photo', 'x: 10,20,30,40'], 'từ 0 đến 1'],
    [['report', 'merge', code], '--into'],
    [['reports', '--state', 'lost'], 'Không có bước “lost”'],
  ])('%j is not understood', (words, told) => {
    expect(() => read(words)).toThrow(BadCommand);
    expect(() => read(words)).toThrow(told);
  });
});

describe('the desk at its own server', () => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;

  beforeAll(async () => {
    // The sample key of the emulator, which the tool knows by itself.
    server = await buildTestServer({ env: { INTEGRATION_KEYS } });
    url = await listen(server);
    anh = await (await server.phone('anh').open()).giveContact();
  });
  afterAll(() => server.close());

  /** The tool as an officer starts it: what it prints, or why not. */
  const officer = (...words: string[]): Promise<{ failed: boolean; said: string }> =>
    new Promise((done) => {
      const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, ...words], {
        env: { ...process.env, SERVER_URL: url },
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.on('close', (status) => done({ failed: status !== 0, said }));
    });

  test('from arrival to a published result: words for everybody and words for offices, a face made unreadable', async () => {
    const { id, code, fileId } = await sentWithPhoto(server, url, anh);
    expect((await officer('reports', '--state', 'received')).said).toMatch(new RegExp(`${code} .*chưa công khai`));
    const { said: whole } = await officer('report', 'show', code, '--purpose', 'Xử lý');
    expect(whole).toMatch(/0912345678/);
    expect(whole).toContain(`${fileId}  người gửi chụp`);
    const out = join(server.deps.settings.DATA_DIR, 'xem.jpg');
    expect((await officer('report', 'photo', code, fileId, '--purpose', 'Che mặt', '--out', out)).said).toMatch(
      /Đã lưu/,
    );
    expect((await readFile(out)).subarray(0, 2).toString('hex')).toBe('ffd8');

    await officer('report', 'take', code, '--internal', 'Đội 2 gần đó', '--by', 'Phường Tân Ninh');
    const after = join(server.deps.settings.DATA_DIR, 'sau.jpg');
    await writeFile(after, await photo());
    const resolved = await officer('report', 'resolve', code, '--note', 'Đã vá xong.', '--photo', after);
    expect(resolved).toMatchObject({ failed: false, said: expect.stringMatching(/\[nội bộ\] “Đội 2 gần đó”/) });
    const [, afterId = ''] = /Ảnh sau khi xử lý: ([\w-]+)/.exec(resolved.said) ?? [];
    const shown = ['--photo', `${fileId}: 0.1,0.1,0.3,0.3`, '--photo', afterId];
    expect((await officer('report', 'publish', code, '--title', 'Ổ gà lớn', ...shown)).said).toMatch(
      /“Ổ gà lớn”, 2 ảnh/,
    );
    const { body, text } = await anh.call<{ photos: unknown[]; events: { note: string | null }[] }>(
      'GET',
      `/reports/${id}`,
    );
    expect(body.photos).toHaveLength(2);
    expect(body.events.map(({ note }) => note)).toContain('Đã vá xong.');
    expect(text).not.toMatch(/Đội 2|0912345678/);

    expect((await officer('report', 'hide', code)).failed).toBe(false);
    expect((await anh.call('GET', `/reports/${id}`)).status).toBe(404);
  }, 60_000);

  test('asked back, refused, merged; and what cannot be is said in words', async () => {
    const [one, two] = [await sendReport(anh, potholeReport()), await sendReport(anh, potholeReport())];
    expect((await officer('report', 'ask', one.body.code, '--note', 'Chiều nào?')).said).toMatch(/Chờ bạn nói thêm/);
    expect((await officer('report', 'merge', two.body.code, '--into', one.body.code)).said).toMatch(/Đã gộp/);
    expect(await officer('report', 'take', two.body.code)).toMatchObject({
      failed: true,
      said: expect.stringMatching(/Đã kết thúc/),
    });
    expect(await officer('report', 'refuse', one.body.code)).toMatchObject({
      failed: true,
      said: expect.stringMatching(/Hãy ghi một câu/),
    });
    expect((await officer('report', 'refuse', one.body.code, '--note', 'Ngoài tỉnh.')).said).toMatch(/Ngoài tỉnh/);
    expect(await officer('report', 'take', 'PA-991231-0001')).toMatchObject({
      ...{ failed: true, said: expect.stringMatching(/Không có phản ánh hoặc ảnh/) },
    });
  }, 60_000);
});
