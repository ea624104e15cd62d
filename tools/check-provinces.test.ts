import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'provinces-'));
  cpSync(join(root, 'provinces'), folder, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const check = () =>
  spawnSync(process.execPath, [join(root, 'tools/check-provinces.mjs'), folder], { encoding: 'utf8' });

function change(name: string, from: string | RegExp, to: string): void {
  const path = join(folder, 'mau', name);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

test('the provinces we ship are in order', () => {
  expect(check()).toMatchObject({ status: 0, stderr: '' });
});

test('whoever begins with a copy of mau has an example of every file', () => {
  const filesOf = (id: string): string[] =>
    readdirSync(join(folder, id), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.json') && !name.startsWith('procedures/'),
    );
  expect(filesOf('tay-ninh').filter((name) => !filesOf('mau').includes(name))).toEqual([]);
});

test.each([
  ['province.json', 'https://smart.mau.example', 'http://smart.mau.example/api', 'api.origin must be an https origin'],
  ['province.json', '"id": "mau"', '"id": "khac"', 'id must be the folder name'],
  ['province.json', '"hotline": "1022"', '"hotlines": "1022", "hotline": "gọi"', 'contact.hotline must be digits'],
  ['province.json', '"languages"', '"language"', 'nobody reads language'],
  ['theme.css', '--ink-2: #44525f', '--ink-2: #8895a0', '--ink-2 on --page'],
  ['theme.css', /--act-soft:.*\n/, '', '--act-soft'],
  ['communes.json', '"99002"', '"99001"', 'communes.json: code 99001'],
  ['communes.json', 'Xã Đồng Mẫu', 'Đồng Mẫu', 'communes.json: name Đồng Mẫu'],
  ['communes.json', '"99003"', '"99004"', 'directory.json: 99003 is no commune'],
  ['stores/samples.json', '"99001"', '"25459"', 'stores/samples.json: 25459 is no commune'],
  ['holidays.json', '"kind": "holiday"', '"kind": "party"', 'kind party'],
  ['province.json', '1234567890123456788', '1234567890123456789', 'zalo.appId is that of tay-ninh'],
  ['texts.json', 'Mẫu Số là', 'Tây Ninh Smart là', 'speaks of "Tây Ninh Smart", which is tay-ninh'],
  ['texts.json', '"tagline": "Official', '"slogan": "Official', 'texts.json: en.tagline'],
])('%s: %s → %s is refused', (name, from, to, complaint) => {
  change(name, from, to);
  const { status, stderr } = check();
  expect(stderr).toContain(complaint);
  expect(status).toBe(1);
});

test('a copy is told what is left of the other one, and the other one is told nothing', () => {
  cpSync(join(folder, 'mau'), join(folder, 'moi'), { recursive: true });
  const { status, stderr } = check();
  expect(status).toBe(1);
  const complaints = stderr.trim().split('\n');
  expect(complaints.filter((complaint) => !complaint.startsWith('provinces/moi/'))).toEqual([]);
  for (const path of ['fullName', 'agencyCode', 'zalo.oaId'])
    expect(complaints).toContain(`provinces/moi/province.json: ${path} is that of mau`);
  expect(complaints).toContain('provinces/moi/logo.svg: is that of mau');
  expect(complaints).toContain('provinces/moi/texts.json: speaks of "Mẫu Số", which is mau');
});

test.each(['life-events.json', 'report-categories.json', 'stores/form.json', 'logo.svg'])('without %s', (name) => {
  rmSync(join(folder, 'mau', name));
  expect(check()).toMatchObject({ status: 1, stderr: `provinces/mau/${name}: missing\n` });
});

const checkProcedures = () =>
  spawnSync(process.execPath, ['--import', 'tsx', join(root, 'tools/check-procedures.ts'), folder], {
    cwd: root,
    encoding: 'utf8',
  });

test('procedures are read as the server reads them; what it would refuse is named with file, place and reason', () => {
  expect(checkProcedures()).toMatchObject({ status: 0, stderr: '' });
  change('procedures/1.001193.json', '"type": "date"', '"type": "moon"');
  const { status, stderr } = checkProcedures();
  expect(stderr).toMatch(
    /^provinces\/mau\/procedures\/1\.001193\.json: \$\.form\.pages\[\d\]\.fields\[\d\]\.type: must be one of/,
  );
  expect(status).toBe(1);
});
