import { useEffect, useState, type ReactNode } from 'react';
import { province } from '#config';
import type { AppError } from '#lib/app-error';
import { errorWords } from '#lib/error-words';
import { readablePhone } from '#lib/phone-number';
import { defineTexts } from '#lib/texts';
import { Button } from './button';
import { Icon } from './icon';
import { againIcon, offlineIcon, phoneIcon, warningIcon } from './icons';
import { LinkButton } from './link-button';
import { Notice } from './notice';
import { useLanguage, useTexts } from './texts';

const texts = defineTexts({
  vi: {
    slow: 'Lâu hơn thường lệ.',
    slowMore: 'Mạng đang chậm, vẫn đang tải. Không mất gì của bạn.',
    again: 'Tải lại',
    tryAgain: 'Thử lại',
    call: (number: string) => `Gọi ${number}`,
    requestId: (id: string) => `Mã lỗi để báo: ${id}`,
    offline: 'Không có mạng',
    offlineMore: 'Bạn vẫn xem và ghi được; gửi sẽ làm sau.',
  },
  en: {
    slow: 'Longer than usual.',
    slowMore: 'The network is slow, still loading. Nothing of yours is lost.',
    again: 'Reload',
    tryAgain: 'Try again',
    call: (number: string) => `Call ${number}`,
    requestId: (id: string) => `Error code to report: ${id}`,
    offline: 'No network',
    offlineMore: 'You can still read and write; sending will wait.',
  },
});

const longWaitMs = 10_000;
const widths = ['88%', '64%', '40%'];

interface LoadingProps {
  /** What is being looked for: "Đang tìm thủ tục…". */
  label: string;
  /** Rows of the list that is coming. */
  rows?: number;
  onRetry?: () => void;
}

/** The shape of what comes; after ten seconds it says so in words and offers a way out. */
export function Loading({ label, rows = 3, onRetry }: LoadingProps) {
  const t = useTexts(texts);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, longWaitMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div className="mt-4">
      <ul className="list" aria-hidden="true">
        {Array.from({ length: rows }, (_, index) => (
          <li key={index}>
            <div className="row">
              <span className="grow">
                {widths.map((width) => (
                  <span key={width} className="sk" style={{ width }} />
                ))}
              </span>
            </div>
          </li>
        ))}
      </ul>
      <div role="status" className="mt-4">
        {slow ? (
          <p>
            <b>{t.slow}</b> {t.slowMore}
          </p>
        ) : (
          <p className="unseen">{label}</p>
        )}
      </div>
      {slow && onRetry !== undefined ? (
        <div className="mt-3">
          <Button look="second" size="small" icon={againIcon} onClick={onRetry}>
            {t.again}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

interface EmptyProps {
  icon: string;
  title: string;
  /** The first action: a Button or LinkButton. */
  action?: ReactNode;
  /** What this place is for. */
  children?: ReactNode;
}

export function Empty({ icon, title, action, children }: EmptyProps) {
  return (
    <div className="state mt-6">
      <span className="pic">
        <Icon of={icon} />
      </span>
      <h2>{title}</h2>
      {children === undefined ? null : <p>{children}</p>}
      {action}
    </div>
  );
}

interface FailureProps {
  error: AppError;
  onRetry?: () => void;
  /** What could not be loaded: "Chưa tải được danh sách". Else the error's own words. */
  title?: string;
  /** What is kept, in this place's own terms. Else the error's own words. */
  children?: ReactNode;
}

/** What happened, what is kept, what to do. */
export function Failure({ error, onRetry, title, children }: FailureProps) {
  const t = useTexts(texts);
  const words = errorWords(error, useLanguage());
  const { hotline } = province.contact;
  const offline = error.kind === 'offline';
  return (
    <div className="state mt-6" role="alert">
      <span className={offline ? 'pic' : 'pic bad'}>
        <Icon of={offline ? offlineIcon : warningIcon} />
      </span>
      <h2>{title ?? words.title}</h2>
      <p>
        {title === undefined ? null : `${words.title}. `}
        {children ?? words.body}
      </p>
      {onRetry === undefined ? null : (
        <Button icon={againIcon} onClick={onRetry}>
          {t.tryAgain}
        </Button>
      )}
      {hotline === undefined || offline ? null : (
        <LinkButton look="text" icon={phoneIcon} to={`tel:${hotline}`}>
          {t.call(readablePhone(hotline))}
        </LinkButton>
      )}
      {error.requestId === undefined ? null : <p className="sub num">{t.requestId(error.requestId)}</p>}
    </div>
  );
}

/** An action that failed: goes above the button; the form stays as it was. */
export function FailedAct({ error, children }: { error: AppError; children?: ReactNode }) {
  const t = useTexts(texts);
  const words = errorWords(error, useLanguage());
  return (
    <Notice tone={error.kind === 'offline' ? 'neutral' : 'bad'} role="alert" title={words.title}>
      {children ?? words.body}
      {error.requestId === undefined ? null : <p className="sub num">{t.requestId(error.requestId)}</p>}
    </Notice>
  );
}

/** No network: neutral, not an error. */
export function Offline({ children }: { children?: ReactNode }) {
  const t = useTexts(texts);
  return (
    <Notice icon={offlineIcon} title={t.offline} role="status">
      {children ?? t.offlineMore}
    </Notice>
  );
}
