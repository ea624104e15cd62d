import { useState } from 'react';
import type { AppError } from '#lib/app-error';
import { defineTexts } from '#lib/texts';
import { Button } from './button';
import { Field } from './field';
import { paperIcon } from './icons';
import { TextInput } from './input';
import { Notice } from './notice';
import { FailedAct } from './states';
import { useTexts } from './texts';

const texts = defineTexts({
  vi: {
    showing: 'Đang mở…',
    save: 'Tải về máy',
    saving: 'Đang tải…',
    saved: 'Đã tải về máy.',
    asLink: 'Lấy đường dẫn',
    notShown: {
      show: 'Zalo trên máy này chưa mở được giấy tờ',
      save: 'Chưa tải về máy được',
      copy: 'Chưa lấy được đường dẫn',
    },
    notShownMore: {
      show: 'Giấy tờ vẫn ở đây. Tải về máy, hoặc lấy đường dẫn để mở bằng trình duyệt.',
      save: 'Giấy tờ vẫn ở đây. Lấy đường dẫn để mở bằng trình duyệt của máy.',
      copy: 'Giấy tờ vẫn ở đây. Thử lại sau ít phút.',
    },
    link: 'Đường dẫn tới giấy tờ',
    linkHint: 'Mở được một lần, trong 2 phút. Đừng gửi cho người khác.',
    copy: 'Chép đường dẫn',
    copied: 'Đã chép. Dán vào trình duyệt của máy.',
    copyByHand: 'Chưa chép được. Giữ ngón tay vào đường dẫn rồi chọn Sao chép.',
  },
  en: {
    showing: 'Opening…',
    save: 'Save to the phone',
    saving: 'Saving…',
    saved: 'Saved to the phone.',
    asLink: 'Get an address',
    notShown: {
      show: 'Zalo on this phone could not open it',
      save: 'It could not be saved',
      copy: 'There is no address yet',
    },
    notShownMore: {
      show: 'The document is still here. Save it, or get an address for your browser.',
      save: 'The document is still here. Get an address and open it in your browser.',
      copy: 'The document is still here. Try again in a few minutes.',
    },
    link: 'Address of the document',
    linkHint: 'It works once, for 2 minutes. Do not send it to others.',
    copy: 'Copy the address',
    copied: 'Copied. Paste it into your browser.',
    copyByHand: 'It could not be copied. Hold your finger on the address and choose Copy.',
  },
});

type Way = 'show' | 'save' | 'copy';
type Outcome = { way: Way; went: boolean; url: string };

interface OpenPaperProps {
  /** "Mở", "Mở biên lai". */
  label: string;
  look?: 'main' | 'second';
  /** An address that works once; undefined when there is none, and `error` says why. */
  issue: () => Promise<string | undefined>;
  error: AppError | undefined;
  /** Zalo's viewer, and saving to the phone; they reject where this Zalo cannot. */
  show: (url: string) => Promise<void>;
  save: (url: string) => Promise<void>;
  /** After each try. */
  onTried?: () => void;
}

/** A PDF in Zalo's viewer; where this Zalo has none, saved to the phone; where that is refused too, as an address. */
export function OpenPaper({ label, look = 'main', issue, error, show, save, onTried }: OpenPaperProps) {
  const t = useTexts(texts);
  const [under, setUnder] = useState<Way>();
  const [outcome, setOutcome] = useState<Outcome>();

  const go = async (way: Way): Promise<void> => {
    setUnder(way);
    setOutcome(undefined);
    // Each way has an address of its own: the one before may be used up.
    const url = await issue();
    if (url !== undefined) {
      const went = await (way === 'show' ? show(url) : way === 'save' ? save(url) : Promise.resolve()).then(
        () => true,
        () => false,
      );
      setOutcome({ way, went, url });
    }
    setUnder(undefined);
    onTried?.();
  };
  const failed = outcome?.went === false ? outcome.way : undefined;
  const others = failed !== undefined || outcome?.way === 'save' || outcome?.way === 'copy';
  return (
    <section className="stack mt-5">
      {error === undefined ? null : <FailedAct error={error} />}
      {failed === undefined ? null : (
        <Notice role="alert" title={t.notShown[failed]}>
          {t.notShownMore[failed]}
        </Notice>
      )}
      {outcome?.way === 'save' && outcome.went ? (
        <Notice tone="ok" role="status">
          {t.saved}
        </Notice>
      ) : null}
      <Button look={look} icon={paperIcon} busy={under !== undefined} onClick={() => void go('show')}>
        {under === 'show' ? t.showing : label}
      </Button>
      {others ? (
        <>
          <Button look="second" busy={under !== undefined} onClick={() => void go('save')}>
            {under === 'save' ? t.saving : t.save}
          </Button>
          <Button look="second" busy={under !== undefined} onClick={() => void go('copy')}>
            {t.asLink}
          </Button>
        </>
      ) : null}
      {outcome?.way === 'copy' ? <CopyLink key={outcome.url} url={outcome.url} /> : null}
    </section>
  );
}

/** An address to take to the phone's own browser; where copying is not allowed it can be marked by hand. */
function CopyLink({ url }: { url: string }) {
  const t = useTexts(texts);
  const [told, setTold] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url);
      setTold(t.copied);
    } catch {
      // No clipboard in this web view, or not allowed.
      setTold(t.copyByHand);
    }
  };
  return (
    <div>
      <Field label={t.link} hint={t.linkHint}>
        {(ties) => <TextInput {...ties} value={url} readOnly onFocus={(event) => event.currentTarget.select()} />}
      </Field>
      <Button look="second" onClick={() => void copy()}>
        {t.copy}
      </Button>
      <p className="sub" role="status">
        {told}
      </p>
    </div>
  );
}
