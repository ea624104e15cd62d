import { done, failed, NATIVE_ERROR } from '../../native/protocol.ts';
import type { NativeOutcome } from '../../native/protocol.ts';
import { ask, asText, outcomeOf } from '../host-context.ts';
import type { ActionHandler, ActionTable, HostContext, Parameters } from '../host-context.ts';

/** A picked file as a script writes it down. */
interface ScriptedFile {
  name: string;
  type: string;
  base64: string;
}

const isScripted = (value: unknown): value is ScriptedFile =>
  typeof value === 'object' && value !== null && 'base64' in value && typeof value.base64 === 'string';

const filesFrom = (value: unknown): File[] =>
  (Array.isArray(value) ? value : []).flatMap((one) => {
    if (one instanceof Blob) return [one as File];
    if (!isScripted(one)) return [];
    const bytes = Uint8Array.from(atob(one.base64), (char) => char.charCodeAt(0));
    return [new File([bytes], one.name, { type: one.type })];
  });

async function hand(files: File[], parameters: Parameters, host: HostContext): Promise<NativeOutcome> {
  if (files.length === 0) return failed(NATIVE_ERROR.cancelled, 'User cancel');
  const upload = parameters['upload'] as { url?: string; max_size?: number } | null | undefined;
  if (!upload?.url) return done({ path: files.map((file) => URL.createObjectURL(file)) });
  const limit = upload.max_size ?? 1024 * 1024;
  if (files.some((file) => file.size > limit)) return failed(999, 'File is too large');
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  try {
    const response = await host.realFetch(host.rewrite(upload.url), { method: 'POST', body: form });
    return done({ result_content: await response.text() });
  } catch {
    return failed(999, 'Upload failed');
  }
}

const pickMedia: ActionHandler = async (parameters, host) =>
  outcomeOf(await ask(host, { kind: 'pick-media', details: { ...parameters } }), {
    granted: (value) => hand(filesFrom(value), parameters, host),
    denied: failed(NATIVE_ERROR.cancelled, 'User cancel'),
  });

/** Really fetches what is to be saved: a dead link or network fails here as it would on the phone. */
const save =
  (progressEvents: boolean): ActionHandler =>
  async (parameters, host) => {
    const url = asText(parameters['fileUrl'] ?? parameters['imageUrl'] ?? parameters['url']);
    if (host.network() === 'none' && url !== '') return failed(NATIVE_ERROR.cancelled, 'No network');
    try {
      // Native downloads are not bound by CORS; an opaque answer is enough to know that something came.
      if (/^https?:/.test(url)) await host.realFetch(host.rewrite(url), { mode: 'no-cors' });
    } catch {
      return failed(NATIVE_ERROR.cancelled, 'Download failed');
    }
    if (progressEvents) {
      for (const progress of [50, 100]) host.emit('h5.event.webview.download.progress', { progress });
    }
    host.surroundings.toast('Đã lưu vào máy');
    return done();
  };

export const fileActions: ActionTable = {
  'action.pick.media': pickMedia,
  'action.save.file': save(true),
  'action.save.image.gallery': save(false),
};
