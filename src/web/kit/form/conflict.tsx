import './form.css';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';

/** Both texts side by side, and three ways on: yours, theirs, or one text that has both. */
export function Conflict({ mine, theirs, choose }: { mine: string; theirs: string; choose: (text: string) => void }) {
  const t = useTexts(kitTexts).conflict;
  const [merged, setMerged] = useState(`${theirs}\n\n${mine}`);
  return (
    <section className="conflict stack" role="alert" aria-label={t.title}>
      <h4>{t.title}</h4>
      <p>{t.body}</p>
      <div className="conflict__sides">
        <div className="stack">
          <p className="overline">{t.mine}</p>
          <p className="prose conflict__text">{mine || t.nothing}</p>
          <Button onClick={() => choose(mine)}>{t.keepMine}</Button>
        </div>
        <div className="stack">
          <p className="overline">{t.theirs}</p>
          <p className="prose conflict__text">{theirs || t.nothing}</p>
          <Button onClick={() => choose(theirs)}>{t.keepTheirs}</Button>
        </div>
      </div>
      <Textarea
        label={t.merged}
        autosize
        minRows={4}
        maxRows={16}
        value={merged}
        onChange={(event) => setMerged(event.currentTarget.value)}
      />
      <div className="row">
        <Button onClick={() => choose(merged)}>{t.keepMerged}</Button>
      </div>
    </section>
  );
}
