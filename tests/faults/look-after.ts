import { createHash } from 'node:crypto';
import { canonicalJson, type Schemas } from '@dvc/contract';
import { reachableAnswers } from '@dvc/contract/forms';
import { ask } from './ask.ts';
import { form, marksIn, type Marks } from './form.ts';
import type { Finding, Trial } from './kind.ts';
import type { Memory } from './memory.ts';

const hash = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type Report = (finding: Finding, detail: string) => void;

async function lookAtFiles(
  trial: Trial,
  files: readonly { id: string; name: string }[],
  memory: Memory,
  report: Report,
): Promise<void> {
  const names = files.map(({ name }) => name);
  for (const name of new Set(names)) {
    const times = names.filter((other) => other === name).length;
    if (times > 1) report('duplicated', `${name} is there ${times} times`);
  }
  for (const { id, name } of files) {
    const paper = memory.papers.find((one) => one.name === name);
    if (!paper) report('broken', `nobody photographed ${name}`);
    else if (memory.ready.has(id)) {
      const { status, bytes } = await ask(trial, `/files/${id}/content`);
      if (status !== 200) report('lost', `the bytes of ${name}: ${status}`);
      else if (hash(bytes) !== paper.sha256) report('wrong-bytes', `${name} is not what was photographed`);
    }
  }
  for (const [id, { name }] of memory.ready) {
    if (!files.some((file) => file.id === id)) report('lost', `${name} was ready and is gone`);
  }
}

/** Whatever was called saved is in the end, or was written over by somebody who was shown it. */
function lookAtVersions(end: Marks, memory: Memory, report: Report): void {
  for (const { hand, marks } of memory.saved) {
    for (const of of ['a', 'b'] as const) {
      // Only what a hand itself wrote; the other part came along.
      if (of !== hand || marks[of] <= end[of]) continue;
      const wasTold = memory.overruled.some(({ by, theirs }) => by !== of && theirs[of] >= marks[of]);
      const twoHands = memory.wrote.a > 0 && memory.wrote.b > 0;
      if (!wasTold)
        report(twoHands ? 'overwritten' : 'lost', `${of}${marks[of]} was saved; in the end ${of}${end[of]}`);
    }
  }
}

async function lookAtDossier(trial: Trial, id: string, memory: Memory, report: Report): Promise<void> {
  const [first, second] = [await ask(trial, `/dossiers/${id}/receipt`), await ask(trial, `/dossiers/${id}/receipt`)];
  if (first.status !== 200) return report('lost', `the receipt of ${id}: ${first.status}`);
  if (!first.bytes.equals(second.bytes)) report('wrong-bytes', 'the receipt reads differently the second time');
  const receipt = JSON.parse(first.bytes.toString()) as Schemas['Receipt'];
  const parcel = memory.parcels.find(({ work }) => {
    return hash(canonicalJson(reachableAnswers(form, work.answers))) === receipt.answersHash;
  });
  const dossier = JSON.parse((await ask(trial, `/dossiers/${id}`)).bytes.toString()) as Schemas['Dossier'];
  if (!parcel) return report('wrong-bytes', 'the answers of the dossier are of no version that was sent');
  lookAtVersions(marksIn(parcel.work.answers), memory, report);
  await lookAtFiles(trial, dossier.files, memory, report);
  const kept = dossier.files.map((file) => file.id).sort();
  const sent = memory.parcels.some(({ files }) => canonicalJson([...files].sort()) === canonicalJson(kept));
  if (!sent) report('wrong-bytes', 'the papers of the dossier are not those that were sent');
  for (const file of dossier.files) {
    const inReceipt = receipt.files.some(({ name, sha256 }) => name === file.name && sha256 === file.sha256);
    if (!inReceipt) report('wrong-bytes', `the receipt does not speak of ${file.name}`);
  }
}

/** Holds what the server has against what the person saw. */
export async function lookAfter(trial: Trial, memory: Memory): Promise<void> {
  const report: Report = (finding, detail) => memory.found.push({ finding, detail });
  const listed = JSON.parse((await ask(trial, '/dossiers?limit=100')).bytes.toString()) as {
    items: Schemas['DossierSummary'][];
  };
  const ids = listed.items.map(({ id }) => id);
  if (ids.length > 1) report('duplicated', `${ids.length} dossiers of one draft`);
  for (const id of memory.arrived) if (!ids.includes(id)) report('lost', `dossier ${id} had arrived`);
  for (const draftId of memory.started) {
    const { status, bytes } = await ask(trial, `/drafts/${draftId}`);
    const body = JSON.parse(bytes.toString()) as Schemas['Draft'] & Schemas['Problem'];
    if (status === 200) {
      if (ids.length > 0) report('duplicated', `draft ${draftId} is there beside its dossier`);
      lookAtVersions(marksIn(body.answers), memory, report);
      await lookAtFiles(trial, body.files, memory, report);
    } else if (body.code !== 'draft-sent') report('lost', `draft ${draftId}: ${body.code}`);
    else if (!ids.includes(body.dossierId ?? '')) report('lost', `draft ${draftId} is a dossier that is not listed`);
  }
  for (const id of ids) await lookAtDossier(trial, id, memory, report);
  if (ids.length > 0 && memory.parcels.length === 0) report('duplicated', 'a dossier nobody sent');
}
