import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { video, box } from '../../../test/support/sample-video.ts';
import { stripVideo } from './strip-video.ts';

describe('a video from a phone', () => {
  test('loses place, owner and notes along the way, and keeps pictures and sounds byte for byte', () => {
    const original = video({ place: '+11.3153+106.1028/', owner: 'iPhone của Ánh' });
    const stripped = stripVideo(original);
    expect(stripped?.length).toBe(original.length);
    const text = stripped?.toString('latin1') ?? '';
    expect(text).not.toContain('+11.3153');
    expect(text).not.toContain(Buffer.from('iPhone của Ánh').toString('latin1'));
    expect(text).toContain('PICTURES AND SOUNDS');
    expect(original.toString('latin1')).toContain('+11.3153');
  });

  test('what is no video, is cut short or lies about its sizes is not taken', () => {
    const whole = video({ place: '+11.3153+106.1028/' });
    expect(stripVideo(Buffer.from('no video at all, just words'))).toBeUndefined();
    expect(stripVideo(whole.subarray(0, whole.length - 5))).toBeUndefined();
    expect(
      stripVideo(Buffer.concat([box('ftyp', Buffer.from('isom')), box('mdat', Buffer.alloc(10))])),
    ).toBeUndefined();
    const lying = Buffer.from(whole);
    lying.writeUInt32BE(0x7fffffff, 0);
    expect(stripVideo(lying)).toBeUndefined();
  });

  test('whatever the bytes are, it answers', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        stripVideo(Buffer.concat([box('ftyp', Buffer.from('isom')), Buffer.from(noise)]));
      }),
    );
  });
});
