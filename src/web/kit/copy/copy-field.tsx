import './copy.css';
import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';
import { copyText } from './copy-text.ts';

interface Copied {
  label: string;
  hint?: string;
  text: string;
  /** over several lines, such as a command */
  isLong?: boolean;
}

/** A text to take along: shown whole, and copied by one press. */
export function CopyField({ label, hint, text, isLong = false }: Copied) {
  return (
    <div className="copy stack stack--tight">
      <Textarea
        label={label}
        description={hint}
        readOnly
        autosize
        maxRows={isLong ? 14 : 6}
        spellCheck={false}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="row">
        <CopyButton text={text} what={label} />
      </div>
    </div>
  );
}

/** Says that it copied on the button itself, and to a screen reader. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const t = useTexts(kitTexts).copy;
  const [said, setSaid] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const copy = async () => {
    setSaid((await copyText(text)) ? t.copied : t.notCopied);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(null), 4000);
  };
  return (
    <>
      <Button onClick={() => void copy()}>
        {said ?? t.copy}
        <span className="unseen"> {what}</span>
      </Button>
      <output className="unseen">{said}</output>
    </>
  );
}
