/** How far a job is; `label` says it in words ("Đang gửi 40 phần trăm"). */
export function Meter({ percent, label }: { percent: number; label: string }) {
  const value = Math.round(Math.min(100, Math.max(0, percent)));
  return (
    <div
      className="meter"
      role="progressbar"
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-label={label}
    >
      <i style={{ width: `${String(value)}%` }} />
    </div>
  );
}
