import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Schemas } from '@dvc/contract';
import { INTEGRATION_KEYS } from '@dvc/emulator/src/identity.ts';
import { readCommand } from '../src/officer/commands.ts';
import { BadCommand } from '../src/officer/options.ts';
import { citizenPhone, listenForEvents, readyDraft, submitDraft } from './support/birth-draft.ts';
import { pdf } from './support/sample-papers.ts';
import { buildTestServer, type TestServer } from './support/test-server.ts';

const fileAt = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function run(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('close', (code) => done({ code, out, err }));
  });
}

describe('the officer’s words', () => {
  test.each([
    [['dossiers'], { do: 'list', state: undefined }],
    [['dossiers', '--state=accepted'], { do: 'list', state: 'accepted' }],
    [['show', 'X', '--purpose', 'Thụ lý'], { do: 'show', code: 'X', purpose: 'Thụ lý' }],
    [
      ['supplement', 'X', '--note', 'Chụp lại.', '--by', 'Xã A'],
      { do: 'move', code: 'X', to: 'supplementRequired', note: 'Chụp lại.', by: 'Xã A' },
    ],
    [['hand-over', 'X'], { do: 'move', code: 'X', to: 'handedOver', note: undefined }],
    [['accept', 'X', '--via', 'one-stop'], { do: 'move', to: 'accepted', via: 'one-stop' }],
    [['result', 'X', '--file', 'a.pdf'], { do: 'result', code: 'X', file: 'a.pdf', title: undefined }],
    [['charge', 'X'], { do: 'move', code: 'X', to: 'paymentRequired' }],
    [
      ['charge', 'X', '--amount', '50.000', '--until', '2026-12-10', '--note', 'Thu theo Nghị quyết 05.'],
      {
        do: 'move',
        to: 'paymentRequired',
        note: 'Thu theo Nghị quyết 05.',
        fee: { amountVnd: 50_000, payBy: '2026-12-10' },
      },
    ],
    [['draft', '0482', '211', '769'], { do: 'draft', number: '0482211769' }],
    [['draft', '0482.211.769'], { do: 'draft', number: '0482211769' }],
    [['dead-letters'], { do: 'dead-letters' }],
    [['retry', 'X'], { do: 'retry', code: 'X' }],
    [['deliveries', 'X'], { do: 'deliveries', code: 'X' }],
    [['stores', '--state', 'submitted'], { do: 'stores', state: 'submitted' }],
    [['store', 'ch-7k3m9q', '--purpose', 'Duyệt'], { do: 'store', code: 'CH-7K3M9Q', purpose: 'Duyệt' }],
    [['store-approve', 'X', '--by', 'Xã A'], { do: 'decide-store', code: 'X', to: 'approved', by: 'Xã A', items: [] }],
    [
      ['store-supplement', 'X', '--item', 'bank: Sai.', '--item', 'goods: Thiếu.'],
      {
        to: 'supplementRequired',
        items: [
          { field: 'bank', reason: 'Sai.' },
          { field: 'goods', reason: 'Thiếu.' },
        ],
      },
    ],
    [[], { do: 'help' }],
  ])('%j', (words, command) => expect(readCommand(words)).toMatchObject(command));

  test.each([
    [['approve', 'X'], 'Không có lệnh “approve”.'],
    [['accept'], 'Hãy ghi mã hồ sơ'],
    [['accept', 'X', 'Y'], 'Chỉ ghi một mã hồ sơ'],
    [['show', 'X'], 'Hãy ghi lý do xem hồ sơ'],
    [['draft', '123'], 'mười chữ số'],
    [['refuse', 'X', '--note'], 'Hãy ghi nội dung sau --note'],
    [['accept', 'X', '--force', 'yes'], 'Không có lựa chọn --force'],
    [['accept', 'X', '--via', 'post'], 'Sau --via chỉ ghi api hoặc one-stop.'],
    [['retry'], 'Hãy ghi mã hồ sơ'],
    [['store-approve'], 'Hãy ghi mã đăng ký'],
    [['store-refuse', 'X', '--item', 'a: b'], 'Không có lựa chọn --item'],
    [['store-supplement', 'X', '--item', 'sai'], 'Không hiểu --item'],
    [['stores', '--state', 'draft'], 'Không có bước “draft”'],
    [['result', 'X'], 'Hãy ghi tệp PDF'],
    [['dossiers', '--state', 'lost'], 'Không có bước “lost”'],
  ])('%j is not understood', (words, told) => {
    expect(() => readCommand(words)).toThrow(BadCommand);
    expect(() => readCommand(words)).toThrow(told);
  });
});

describe('against a server', () => {
  let server: TestServer;
  let url: string;
  let receipt: Schemas['Receipt'];

  beforeAll(async () => {
    // The sample key of the emulator, which the tool knows by itself.
    server = await buildTestServer({ env: { INTEGRATION_KEYS }, oneStop: true });
    url = await listenForEvents(server);
    const anh = await citizenPhone(server, 'anh');
    const { submission } = await readyDraft(server, url, anh);
    receipt = (await submitDraft(anh, submission)).body;
  });
  afterAll(() => server.close());

  const officer = (...words: string[]) =>
    run(['--import', 'tsx', fileAt('../src/officer.ts'), ...words], {
      SERVER_URL: url,
      ONE_STOP_URL: server.emulator.oneStopUrl ?? '',
    });

  test('lists, shows, moves, and says in words what cannot be', async () => {
    const list = await officer('dossiers', '--state', 'submitted');
    expect(list.out).toContain(`${receipt.code}  Đã nhận`);
    const shown = await officer('show', receipt.code, '--purpose', 'Thụ lý hồ sơ');
    expect(shown.out).toContain('Người nộp:  Nguyễn Thị Ánh, số định danh 072188000001, điện thoại 0900000001');
    expect(shown.out).toContain('childName: Nguyễn Văn An');
    const early = await officer('complete', receipt.code);
    expect([early.code, early.out]).toEqual([1, '']);
    expect(early.err).toContain('Hồ sơ đang ở bước “Đã nhận”. Có thể chuyển sang: Một cửa đã tiếp nhận');
    const silent = await officer('refuse', receipt.code);
    expect(silent.err).toContain('Hãy ghi lý do bằng một câu');
    const accepted = await officer('accept', receipt.code, '--by', 'Ủy ban nhân dân phường Tân Ninh');
    expect(accepted).toMatchObject({ code: 0, err: '' });
    expect(accepted.out).toContain('Bước:       Một cửa đã tiếp nhận');
    expect(accepted.out).toMatch(/Hẹn trả: {4}\d\d\/\d\d\/\d{4}, còn 1 ngày làm việc/);
    expect((await officer('show', '000.00.00.H53-000101-0001', '--purpose', 'xem')).err).toContain(
      'Không có hồ sơ với mã này',
    );
  }, 120_000);

  test('stuck dossiers, sending on, the one-stop desk, and what became of messages', async () => {
    const { faults } = server.emulator.world;
    faults.add({ endpoint: 'one-stop', kind: 'error', code: 422 });
    await server.deps.jobs.drain();
    expect((await officer('dead-letters')).out).toMatch(`${receipt.code}  CHƯA TỚI một cửa`);
    expect((await officer('process', receipt.code, '--via', 'one-stop')).err).toContain('trả lời 422');
    faults.clear();
    expect((await officer('process', receipt.code, '--via', 'one-stop')).err).toContain('chưa tới hệ thống một cửa');
    expect((await officer('retry', receipt.code)).out).toContain('đã tới hệ thống một cửa');
    await server.deps.jobs.drain();
    expect((await officer('dead-letters')).out).toContain('Không có hồ sơ nào bị kẹt.');
    const moved = await officer('process', receipt.code, '--via', 'one-stop');
    expect([moved.err, moved.out]).toEqual(['', expect.stringContaining('Đã ghi trong hệ thống một cửa')]);
    await expect.poll(async () => (await officer('dossiers', '--state', 'processing')).out).toContain(receipt.code);
    await server.deps.jobs.drain();
    const told = (await officer('deliveries', receipt.code)).out;
    expect(told).toMatch(/: đã nhận\n {4}Zalo OA: đã gửi lúc .*, 1 lần, mã tin [\w-]{36}\n/);
    expect(told).toMatch(/đang xử lý\n {4}Zalo OA: /i);
    const everybody = (await officer('deliveries')).out;
    expect(everybody).toMatch(/ hồ sơ {2}[\w-]{36} {2}\(chưa đọc\)\n {4}Zalo OA: đã gửi/);
    expect(everybody).not.toContain(receipt.code);
  }, 120_000);

  test('a wrong key and a silent server are told in words', async () => {
    const [wrong, silent] = await Promise.all([
      run(['--import', 'tsx', fileAt('../src/officer.ts'), 'dossiers'], {
        SERVER_URL: url,
        OFFICER_KEY: 'x'.repeat(20),
      }),
      run(['--import', 'tsx', fileAt('../src/officer.ts'), 'dossiers'], { SERVER_URL: 'http://127.0.0.1:9' }),
    ]);
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('không nhận khóa kết nối')]);
    expect([silent.code, silent.err]).toEqual([1, expect.stringContaining('http://127.0.0.1:9 không trả lời')]);
  }, 60_000);

  test('anyone verifies the receipt offline; a changed one is found out', async () => {
    const folder = server.deps.settings.DATA_DIR;
    const verify = async (said: object, ...files: string[]) => {
      await writeFile(join(folder, 'receipt.json'), JSON.stringify(said));
      await writeFile(join(folder, 'keys.json'), JSON.stringify(server.deps.receipts.publicKeys()));
      return run([
        fileAt('../../tools/verify-receipt.mjs'),
        join(folder, 'receipt.json'),
        join(folder, 'keys.json'),
        ...files,
      ]);
    };
    const good = await verify(receipt);
    expect([good.code, good.out]).toEqual([0, expect.stringContaining(`ĐÚNG: ${receipt.code}`)]);
    const byAddress = await run([
      fileAt('../../tools/verify-receipt.mjs'),
      join(folder, 'receipt.json'),
      `${url}/.well-known/jwks.json`,
    ]);
    expect(byAddress.code).toBe(0);
    const { jws } = receipt;
    const otherKey = { ...receipt, jws: `${jws.slice(0, -6)}${jws.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}` };
    for (const changed of [
      { ...receipt, code: receipt.code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)) },
      { ...receipt, files: [] },
      { ...receipt, extra: 'x' },
      otherKey,
      { ...receipt, jws: 'x' },
    ]) {
      const bad = await verify(changed);
      expect([bad.code, bad.err]).toEqual([1, expect.stringContaining('KHÔNG ĐÚNG')]);
    }
    await writeFile(join(folder, 'other.pdf'), pdf());
    const strange = await verify(receipt, join(folder, 'other.pdf'));
    expect([strange.code, strange.out]).toEqual([1, expect.stringContaining('KHÔNG CÓ trong biên nhận')]);
  }, 60_000);
});
