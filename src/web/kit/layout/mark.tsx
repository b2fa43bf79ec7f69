/** Peil's mark: a staff in the water, and the level across it. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M10 3h11v3.4H10zM10 10h6v3.4h-6zM10 24.6h11V28H10z" fill="currentColor" />
      <path d="M10 3h3v25h-3z" fill="currentColor" />
      <path d="M2 17.2h28v3H2z" fill="var(--water)" />
    </svg>
  );
}
