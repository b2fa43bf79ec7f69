import type { ReactNode, UIEvent } from 'react';

/** Something wider or longer than its place: scrolled by keyboard too, so it takes the focus and has a name. */
export function Scrollable({
  label,
  className = '',
  onScroll,
  children,
}: {
  label: string;
  className?: string;
  onScroll?: (event: UIEvent<HTMLElement>) => void;
  children: ReactNode;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- WCAG 2.1.1: a scrolled region is reached by keyboard
    <section className={`scroll-x ${className}`} aria-label={label} tabIndex={0} onScroll={onScroll}>
      {children}
    </section>
  );
}
