import { province } from '#config';
import { defineTexts } from '#lib/texts';
import './late-styles';
import { LinkButton } from './link-button';
import { QrCode } from './qr-code';
import { useTexts } from './texts';

const texts = defineTexts({
  vi: {
    open: 'Mở trong Zalo',
    scan: 'Đang xem trên máy tính? Mở Zalo trên điện thoại rồi quét mã này.',
    label: 'Mã QR để mở trang này trong Zalo',
  },
  en: {
    open: 'Open in Zalo',
    scan: 'On a computer? Open Zalo on your phone and scan this code.',
    label: 'QR code that opens this page in Zalo',
  },
});

/** Zalo's own address of a place in the app: a phone with Zalo opens it there. */
export function WayIntoZalo({ path }: { path: string }) {
  const t = useTexts(texts);
  const link = `https://zalo.me/s/${province.zalo.appId}${path}`;
  return (
    <div className="mt-3 grid gap-4">
      <LinkButton to={link}>{t.open}</LinkButton>
      <div className="card grid justify-items-center gap-3 text-center">
        <QrCode text={link} label={t.label} />
        <p className="sub">{t.scan}</p>
      </div>
    </div>
  );
}
