/** A staff in still water: the picture where there is nothing yet. Says nothing to a screen reader. */
export function StillWater() {
  return (
    <svg className="state__picture" viewBox="0 0 120 56" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M56 4h14M56 12h8M56 20h14M56 28h8M56 44h14M56 52h8M56 4v48" strokeWidth="2" />
      <path className="line" d="M2 36h116" strokeWidth="2.5" />
      <path d="M14 43h22M84 43h20M24 49h10M92 49h16" strokeWidth="1.5" />
    </svg>
  );
}
