import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { riskPageTexts } from './texts.ts';

interface PartFrameProps {
  name: string;
  title: string;
  /** where it stands */
  sentence: string;
  isDone: boolean;
  isOpen: boolean;
  toggle: () => void;
  children: ReactNode;
}

/** One part: its name, a sentence, and what is behind it when it is open. */
export function PartFrame({ name, title, sentence, isDone, isOpen, toggle, children }: PartFrameProps) {
  const t = useTexts(riskPageTexts);
  return (
    <section className={`risk-part${isOpen ? ' risk-part--open' : ''}`} aria-labelledby={`risk-${name}`}>
      <div className="risk-part__head">
        <span className={`risk-part__mark${isDone ? ' risk-part__mark--done' : ''}`} aria-hidden="true">
          {isDone ? '✓' : '○'}
        </span>
        <div className="stack stack--tight risk-part__words">
          <h3 id={`risk-${name}`}>
            {title} <span className="unseen">({isDone ? t.done : t.notDone})</span>
          </h3>
          <p>{sentence}</p>
        </div>
        <Button aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? t.close : t.open}
          <span className="unseen"> {title}</span>
        </Button>
      </div>
      {isOpen ? <div className="risk-part__body stack stack--wide">{children}</div> : null}
    </section>
  );
}
