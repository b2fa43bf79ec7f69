import './page.css';
import { type ReactNode, useEffect } from 'react';

interface PageProps {
  title: string;
  /** What the browser's tab says, where the heading alone would not tell. */
  tabTitle?: string;
  above?: ReactNode;
  lead?: ReactNode;
  /** The one primary action of the page. */
  action?: ReactNode;
  width?: 'reading' | 'full';
  children: ReactNode;
}

/** A page of Peil: its heading, a sentence on what it is about, its one primary action, and what it shows. */
export function Page({ title, tabTitle = title, above, lead, action, width = 'full', children }: PageProps) {
  usePageTitle(tabTitle);
  return (
    <div className={`page page--${width}`}>
      <header className="page__head">
        <div className="stack stack--tight">
          {above}
          <h1>{title}</h1>
          {lead ? <p className="lead quiet">{lead}</p> : null}
        </div>
        {action ? <div className="page__action not-printed">{action}</div> : null}
      </header>
      {children}
    </div>
  );
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === 'Peil' ? title : `${title} · Peil`;
  }, [title]);
}
