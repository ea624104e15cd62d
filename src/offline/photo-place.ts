/** Where a photo was taken, in degrees. */
export interface PhotoPlace {
  lat: number;
  lng: number;
}

const headBytes = 128 * 1024;
const jpegStart = 0xffd8;
const app1 = 0xffe1;
const scanStart = 0xffda;
const gpsPointer = 0x8825;
const entryBytes = 12;

/** The numbers of one directory of a TIFF, as EXIF uses it. */
class Directory {
  readonly #view: DataView;
  readonly #little: boolean;
  readonly #start: number;

  constructor(view: DataView, little: boolean, start: number) {
    this.#view = view;
    this.#little = little;
    this.#start = start;
  }

  /** Offset of an entry's value field. */
  #entry(tag: number): number | undefined {
    const count = this.#view.getUint16(this.#start, this.#little);
    for (let index = 0; index < count; index += 1) {
      const at = this.#start + 2 + index * entryBytes;
      if (this.#view.getUint16(at, this.#little) === tag) return at + 8;
    }
    return undefined;
  }

  pointer(tag: number): number | undefined {
    const at = this.#entry(tag);
    return at === undefined ? undefined : this.#view.getUint32(at, this.#little);
  }

  letter(tag: number): string | undefined {
    const at = this.#entry(tag);
    return at === undefined ? undefined : String.fromCharCode(this.#view.getUint8(at));
  }

  /** Degrees, minutes and seconds, each a fraction. */
  degrees(tag: number): number | undefined {
    const at = this.pointer(tag);
    if (at === undefined) return undefined;
    const part = (index: number): number =>
      this.#view.getUint32(at + index * 8, this.#little) / this.#view.getUint32(at + index * 8 + 4, this.#little);
    return part(0) + part(1) / 60 + part(2) / 3600;
  }
}

function exifOf(view: DataView): DataView | undefined {
  if (view.getUint16(0) !== jpegStart) return undefined;
  for (let at = 2; at + 4 < view.byteLength;) {
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    // "Exif", then the TIFF.
    if (marker === app1 && view.getUint32(at + 4) === 0x45786966) {
      return new DataView(view.buffer, view.byteOffset + at + 10, Math.min(length - 8, view.byteLength - at - 10));
    }
    if (marker === scanStart || marker < 0xff00) return undefined;
    at += 2 + length;
  }
  return undefined;
}

function placeIn(head: ArrayBuffer): PhotoPlace | undefined {
  const tiff = exifOf(new DataView(head));
  if (tiff === undefined) return undefined;
  const little = tiff.getUint16(0) === 0x4949;
  const pointer = new Directory(tiff, little, tiff.getUint32(4, little)).pointer(gpsPointer);
  if (pointer === undefined) return undefined;
  const gps = new Directory(tiff, little, pointer);
  const lat = gps.degrees(2);
  const lng = gps.degrees(4);
  // No satellite found is written as 0/0 or as the middle of the ocean.
  if (lat === undefined || lng === undefined || !Number.isFinite(lat + lng) || (lat === 0 && lng === 0))
    return undefined;
  if (lat > 90 || lng > 180) return undefined;
  return { lat: gps.letter(1) === 'S' ? -lat : lat, lng: gps.letter(3) === 'W' ? -lng : lng };
}

/** The position a camera wrote into a JPEG (EXIF 2.3, GPS IFD); read on the phone, before the photo is drawn anew. */
export async function photoPlace(file: File): Promise<PhotoPlace | undefined> {
  try {
    return placeIn(await file.slice(0, headBytes).arrayBuffer());
  } catch {
    // A directory that leads out of the file.
    return undefined;
  }
}
