import PDFDocument from 'pdfkit';

/** A4 in points; a photo fills the page as far as its shape allows. */
const [SHORT, LONG] = [595.28, 841.89];
const EPOCH = new Date(0);

/**
 * Photos of one paper as one PDF, a page each, in their order. The JPEGs go in byte for byte, so the hashes on the receipt
 * can be checked against the pages; the same photos give the same PDF, whenever it is made.
 */
export async function bindPhotos(title: string, photos: readonly Buffer[]): Promise<Buffer> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    compress: false,
    lang: 'vi-VN',
    info: { Title: title, Producer: '', Creator: '', CreationDate: EPOCH },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((done) => pdf.on('end', done));
  for (const photo of photos) {
    const { width, height } = imageIn(pdf, photo);
    const size: [number, number] = width > height ? [LONG, SHORT] : [SHORT, LONG];
    pdf.addPage({ size, margin: 0 });
    pdf.image(photo, 0, 0, { fit: size, align: 'center', valign: 'center' });
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** pdfkit reads the picture's head; its types know only the drawing. */
function imageIn(pdf: PDFKit.PDFDocument, photo: Buffer): { width: number; height: number } {
  return (pdf as unknown as { openImage(source: Buffer): { width: number; height: number } }).openImage(photo);
}
