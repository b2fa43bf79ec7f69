import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { addressOf } from '../../../web/kit/api/base-path.ts';
import { refusalFrom } from '../../../web/kit/api/call.ts';
import { requestAddress } from '../../../web/kit/api/request-address.ts';
import { chosenLocale } from '../../../web/kit/language/chosen-locale.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { askInSql, type SqlAnswer, type Version } from '../contract.ts';
import { versionTexts } from './version-texts.ts';

interface SqlPartProps {
  problemId: string;
  version: Version;
}

const mostShown = 200;

/** One SELECT over the version, for who knows SQL: asked, stopped, answered as a table. */
export function SqlPart({ problemId, version }: SqlPartProps) {
  const t = useTexts(versionTexts).sql;
  const [sql, setSql] = useState('select *\nfrom data\nlimit 20');
  const { ask, stop, isAsking, answer, refusal } = useQuestion({ problemId, versionId: version.id });
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void ask(sql);
  };
  return (
    <section className="stack">
      <h2>{t.title}</h2>
      <p className="small quiet">{t.hint}</p>
      <Textarea
        label={t.question}
        autosize
        minRows={3}
        maxRows={16}
        spellCheck={false}
        classNames={{ input: 'data-sql' }}
        value={sql}
        error={refusal}
        onChange={(event) => setSql(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <div className="row">
        <Button variant="filled" loading={isAsking} onClick={() => void ask(sql)}>
          {t.run}
        </Button>
        {isAsking ? <Button onClick={stop}>{t.stop}</Button> : null}
      </div>
      <div aria-live="polite">{answer ? <Answered answer={answer} /> : null}</div>
    </section>
  );
}

function useQuestion(params: { problemId: string; versionId: string }) {
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<SqlAnswer | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const going = useRef<AbortController>(null);
  const ask = async (sql: string) => {
    going.current?.abort();
    const own = new AbortController();
    going.current = own;
    setAsking(true);
    setRefusal(null);
    try {
      setAnswer(await question(params, sql, own.signal));
    } catch (error) {
      if (!own.signal.aborted) setRefusal((error as Error).message);
    } finally {
      if (going.current === own) setAsking(false);
    }
  };
  return { ask, stop: () => going.current?.abort(), isAsking, answer, refusal };
}

/** By itself, since no other question of the page is stopped half-way. */
async function question(
  params: { problemId: string; versionId: string },
  sql: string,
  signal: AbortSignal,
): Promise<SqlAnswer> {
  const response = await fetch(addressOf(requestAddress(askInSql.path, { params })), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': chosenLocale() },
    body: JSON.stringify({ sql, maxRows: mostShown }),
    signal,
  });
  if (!response.ok) throw await refusalFrom(response);
  return (await response.json()) as SqlAnswer;
}

function Answered({ answer: { columns, rows, truncated, took_ms } }: { answer: SqlAnswer }) {
  const t = useTexts(versionTexts).sql;
  const formats = useFormats();
  const count = formats.number(rows.length);
  if (rows.length === 0) return <p className="quiet">{t.empty}</p>;
  const head = placed(columns);
  return (
    <div className="stack stack--tight">
      <p className="small">
        {t.rows({ count, ms: formats.number(took_ms) })}. {truncated ? t.truncated({ count }) : ''}
      </p>
      <Scrollable label={t.title} className="data-answer">
        <table className="table small">
          <thead>
            <tr>
              {head.map(({ place, what: { name } }) => (
                <th key={place} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {placed(rows).map(({ place, what: row }) => (
              <tr key={place}>
                {placed(row).map(({ place: at, what: value }) => (
                  <td key={at}>{value === null ? <span className="quiet">{t.nothing}</span> : sayCell(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </div>
  );
}

/** Neither rows nor the columns of a question have names that tell them apart: they are known by their place. */
const placed = <T,>(all: readonly T[]): { place: number; what: T }[] => all.map((what, place) => ({ place, what }));

const sayCell = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
