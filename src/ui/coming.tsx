import type { ReactNode } from 'react';
import type { AppError } from '#lib/app-error';
import { Failure, Loading } from './states';

interface ComingProps {
  /** Why it could not be read; undefined while it is on its way. */
  error: AppError | undefined;
  reload: () => void;
  /** What is being looked for: "Đang tìm thủ tục…". */
  label: string;
  /** What could not be read: "Chưa tải được danh sách". */
  failed: string;
  rows?: number;
  /** What is kept although it could not be read. */
  children?: ReactNode;
}

/** In the place of what is being read: while it comes, and when it could not be read. */
export function Coming({ error, reload, label, failed, rows, children }: ComingProps) {
  if (error === undefined) return <Loading label={label} onRetry={reload} {...(rows === undefined ? {} : { rows })} />;
  return (
    <Failure error={error} onRetry={reload} title={failed}>
      {children}
    </Failure>
  );
}
