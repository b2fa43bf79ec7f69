import type { CheckVerdict } from '../contract.ts';

/** A tick, a line, a cross or an empty ring: the words beside it say the same. */
export function VerdictMark({ verdict }: { verdict: CheckVerdict }) {
  return (
    <svg className={`check-mark check-mark--${verdict}`} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8" />
      {verdict === 'pass' ? <path d="M6 10.4l2.8 2.8L14 7.4" /> : null}
      {verdict === 'warn' ? <path d="M10 5.5v5.5M10 14v.2" /> : null}
      {verdict === 'fail' ? <path d="M7 7l6 6M13 7l-6 6" /> : null}
    </svg>
  );
}
