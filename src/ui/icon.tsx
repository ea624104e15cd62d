/** A line icon from #ui/icons, 24 px at the standard text size; decoration only, the word stands beside it. */
export function Icon({ of, small = false, className = '' }: { of: string; small?: boolean; className?: string }) {
  return (
    <svg className={`ic ${small ? 's ' : ''}${className}`.trim()} viewBox="0 0 24 24" aria-hidden="true">
      <path d={of} />
    </svg>
  );
}
