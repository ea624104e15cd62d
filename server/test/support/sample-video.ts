/** A box of an MP4: size, four letters, what it holds. */
export function box(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length, 0);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

const handler = (kind: string): Buffer => box('hdlr', Buffer.alloc(8), Buffer.from(kind, 'latin1'), Buffer.alloc(12));

/** Shaped as phones write it, with the boxes that tell more than the pictures; nobody can play it. */
export function video({ place = '', owner = '' } = {}): Buffer {
  const track = (kind: string, ...more: Buffer[]): Buffer => box('trak', box('mdia', handler(kind)), ...more);
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\x01isommp42', 'latin1')),
    box('uuid', Buffer.alloc(16), Buffer.from(`<xmp>${owner}</xmp>`)),
    box('mdat', Buffer.from('PICTURES AND SOUNDS')),
    box(
      'moov',
      box('mvhd', Buffer.alloc(100)),
      track('vide', box('udta', Buffer.from(owner))),
      track('meta', Buffer.from(place)),
      box('udta', box('\xa9xyz', Buffer.from(place))),
      box('meta', Buffer.from(`com.apple.quicktime.location.ISO6709 ${place}`)),
    ),
  ]);
}
