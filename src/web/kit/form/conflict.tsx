import './form.css';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { Scrollable } from '../layout/scrollable.tsx';
import { kitTexts } from '../texts.ts';

interface ConflictProps {
  /** what each of the two wrote, as text to compare */
  mine: string;
  theirs: string;
  keepMine: () => void;
  keepTheirs: () => void;
  /** where two texts can become one */
  keepMerged?: (text: string) => void;
}

/** Both texts side by side, and the ways on: yours, theirs, or one text that has both. */
export function Conflict({ mine, theirs, keepMine, keepTheirs, keepMerged }: ConflictProps) {
  const t = useTexts(kitTexts).conflict;
  return (
    <section className="conflict stack" role="alert" aria-label={t.title}>
      <h4>{t.title}</h4>
      <p>{t.body}</p>
      {/* Yours follows what is written on in the field; a screen reader need not hear that again at each letter. */}
      <div className="conflict__sides" aria-live="off">
        <Side name={t.mine} text={mine} action={t.keepMine} keep={keepMine} />
        <Side name={t.theirs} text={theirs} action={t.keepTheirs} keep={keepTheirs} />
      </div>
      {keepMerged ? <Merge start={`${theirs}\n\n${mine}`} keep={keepMerged} /> : null}
    </section>
  );
}

function Side({ name, text, action, keep }: { name: string; text: string; action: string; keep: () => void }) {
  const t = useTexts(kitTexts).conflict;
  return (
    <div className="stack">
      <p className="overline">{name}</p>
      <Scrollable label={name} className="prose conflict__text">
        {text || t.nothing}
      </Scrollable>
      <Button onClick={keep}>{action}</Button>
    </div>
  );
}

function Merge({ start, keep }: { start: string; keep: (text: string) => void }) {
  const t = useTexts(kitTexts).conflict;
  const [written, setMerged] = useState<string | null>(null);
  // Until somebody writes here it is the two texts as they stand now.
  const merged = written ?? start;
  return (
    <>
      <Textarea
        label={t.merged}
        autosize
        minRows={4}
        maxRows={16}
        value={merged}
        onChange={(event) => setMerged(event.currentTarget.value)}
      />
      <div className="row">
        <Button onClick={() => keep(merged)}>{t.keepMerged}</Button>
      </div>
    </>
  );
}
