/** The outline of Núi Bà Đen, at the foot of a blue surface. */
export function Ridge() {
  return (
    <svg className="ridge" viewBox="0 0 360 84" preserveAspectRatio="none" aria-hidden="true">
      <path d="M0 84L50 78 96 73 140 61 166 65 204 49 232 51 290 9 303 16 312 12 348 45 360 50V84z" />
    </svg>
  );
}
