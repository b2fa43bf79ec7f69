import { Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { CopyButton } from '../../kit/copy/copy-field.tsx';
import { useFormats } from '../../kit/language/use-formats.ts';
import { useTexts } from '../../kit/language/use-texts.ts';
import type { Answered } from './send-request.ts';
import { apiTexts } from './texts.ts';

/** What came back: status, the headers that tell something, and the body. It gets the focus when it comes. */
export function AnswerView({ answered }: { answered: Answered | null }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const t = useTexts(apiTexts);
  useEffect(() => {
    if (answered) heading.current?.focus();
  }, [answered]);
  if (!answered) return null;
  return (
    <section className="stack" aria-labelledby="answer-title">
      <h3 id="answer-title" tabIndex={-1} ref={heading} className="explorer__answer-title">
        {t.answer}
      </h3>
      <Status answered={answered} />
      {answered.headers.length > 0 ? (
        <dl className="explorer__headers small">
          {answered.headers.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <Body answered={answered} />
    </section>
  );
}

function Status({ answered: { status, isRedirect, took_ms } }: { answered: Answered }) {
  const t = useTexts(apiTexts);
  const formats = useFormats();
  if (status === null) return <p>{isRedirect ? t.redirect : t.unreachable}</p>;
  const kinds: Record<string, string | undefined> = t.kinds;
  const kind = kinds[String(status)[0] ?? ''];
  return (
    <p>
      <span className={`explorer__status explorer__status--${status < 400 ? 'done' : 'refused'}`}>
        {status}
        {kind ? ` ${kind}` : ''}
      </span>{' '}
      <span className="quiet">{t.took({ ms: formats.number(took_ms, 0) })}</span>
    </p>
  );
}

const mostLines = 28;

function Body({ answered: { text, isCut } }: { answered: Answered }) {
  const t = useTexts(apiTexts);
  if (text === '') return <p className="quiet">{t.noBody}</p>;
  return (
    <>
      {isCut ? <p className="quiet">{t.cut}</p> : null}
      <Textarea
        className="explorer__body"
        label={t.answerBody}
        readOnly
        rows={Math.min(text.split('\n').length + 1, mostLines)}
        spellCheck={false}
        value={text}
      />
      <div>
        <CopyButton text={text} what={t.answerBody} />
      </div>
    </>
  );
}
