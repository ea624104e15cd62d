import type { CDPSession } from '@playwright/test';

interface Snapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[], ...unknown[]] } };
  nodes: number[];
  strings: string[];
}

/** What stands in the heap after a collection, MB. */
export interface HeapParts {
  /** Code as V8 holds it, its text and what it learnt while running; it comes as code is first run, and goes when it rests. */
  code: number;
  /** Everything else: what the app keeps. */
  data: number;
}

/** Kinds of nodes that are code, or come with it. */
const kindsOfCode = new Set(['code', 'object shape', 'hidden']);
const textOfCode = 'system / ExternalStringData';

/** Takes the heap apart by a snapshot, which collects first. */
export async function takeHeapApart(cdp: CDPSession): Promise<HeapParts> {
  const pieces: string[] = [];
  const keep = ({ chunk }: { chunk: string }): void => void pieces.push(chunk);
  cdp.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  cdp.off('HeapProfiler.addHeapSnapshotChunk', keep);
  const { snapshot, nodes, strings } = JSON.parse(pieces.join('')) as Snapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const place = (field: string): number => {
    const at = fields.indexOf(field);
    if (at === -1) throw new Error(`A snapshot of the heap no longer says ${field}`);
    return at;
  };
  const [type, name, size] = [place('type'), place('name'), place('self_size')];
  const parts = { code: 0, data: 0 };
  for (let at = 0; at < nodes.length; at += fields.length) {
    const kind = types[0][nodes[at + type] ?? -1] ?? '';
    const isCode = kindsOfCode.has(kind) || strings[nodes[at + name] ?? -1] === textOfCode;
    parts[isCode ? 'code' : 'data'] += (nodes[at + size] ?? 0) / 1024 / 1024;
  }
  return parts;
}
