import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';

const { resolve } = createRequire(import.meta.url);
const fontFile = (face: string) => resolve(`@expo-google-fonts/be-vietnam-pro/${face}.ttf`);
const REGULAR = fontFile('400Regular/BeVietnamPro_400Regular');
const STRONG = fontFile('600SemiBold/BeVietnamPro_600SemiBold');

const MARGIN = 56;
const INK = '#14202b';
const QUIET = '#44525f';

/** What a letter or receipt of ours is drawn with; every piece goes below the one before. */
export interface PaperPen {
  heading(text: string): void;
  paragraph(text: string, look?: 'plain' | 'quiet'): void;
  /** A label and its value, one line each. */
  fact(label: string, value: string): void;
  /** A QR of an address, with words beside it. */
  qr(address: string, words: string): void;
}

export interface Paper {
  title: string;
  /** Whose paper it is, at the top of the page. */
  sender: string;
  /** The same content made at the same moment is the same bytes. */
  madeAt: Date;
  draw(pen: PaperPen): void;
}

function penOf(pdf: PDFKit.PDFDocument): PaperPen {
  const width = pdf.page.width - 2 * MARGIN;
  const write = (text: string, font: string, size: number, colour: string, gap: number): void => {
    pdf.font(font).fontSize(size).fillColor(colour).text(text.normalize('NFC'), MARGIN, pdf.y, { width, lineGap: 3 });
    pdf.y += gap;
  };
  return {
    heading: (text) => write(text, STRONG, 20, INK, 8),
    paragraph: (text, look = 'plain') => write(text, REGULAR, 11, look === 'quiet' ? QUIET : INK, 8),
    fact(label, value) {
      write(label, REGULAR, 10, QUIET, 0);
      write(value, STRONG, 12, INK, 8);
    },
    qr(address, words) {
      const side = 150;
      if (pdf.y + side > pdf.page.height - MARGIN) pdf.addPage();
      const { size, data } = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules;
      const top = pdf.y + 8;
      const step = side / size;
      for (let at = 0; at < data.length; at += 1) {
        if (data[at]) pdf.rect(MARGIN + (at % size) * step, top + Math.floor(at / size) * step, step, step);
      }
      pdf.fill(INK);
      const beside = MARGIN + side + 20;
      pdf.font(REGULAR).fontSize(11).fillColor(INK);
      pdf.text(words.normalize('NFC'), beside, top + 8, { width: pdf.page.width - MARGIN - beside, lineGap: 3 });
      pdf.x = MARGIN;
      pdf.y = Math.max(pdf.y, top + side) + 16;
    },
  };
}

/** An A4 paper of the province's, in letters that have every Vietnamese mark. */
export async function makePaper({ title, sender, madeAt, draw }: Paper): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'vi-VN',
    displayTitle: true,
    font: REGULAR,
    info: { Title: title, Author: sender, Producer: '', Creator: '', CreationDate: madeAt },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((done) => pdf.on('end', done));
  const pen = penOf(pdf);
  pen.paragraph(sender, 'quiet');
  pen.heading(title);
  draw(pen);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}
