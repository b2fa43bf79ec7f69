import { type ReactNode, useState } from 'react';

interface FoldableProps {
  title: string;
  /** something is written there already */
  isOpen: boolean;
  children: ReactNode;
}

/** A part that a decision can do without: by its name only, until somebody opens it or has written something there. */
export function Foldable({ title, isOpen: isBegun, children }: FoldableProps) {
  const [isOpen, setOpen] = useState(isBegun);
  return (
    <details className="foldable" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{title}</h3>
      </summary>
      <div className="stack">{children}</div>
    </details>
  );
}
