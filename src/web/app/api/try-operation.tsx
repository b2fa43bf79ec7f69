import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { addressOf } from '../../kit/api/base-path.ts';
import { useLocale, useTexts } from '../../kit/language/use-texts.ts';
import { filledAddress, type Operation } from './operations.ts';
import { apiTexts } from './texts.ts';

interface Answered {
  status: number;
  ms: number;
  text: string;
}

/** A form for one address; what is sent is really done, by the person who is signed in. */
export function TryOperation({ operation }: { operation: Operation }) {
  const t = useTexts(apiTexts);
  const locale = useLocale();
  const [filled, setFilled] = useState<Record<string, string>>({});
  const [body, setBody] = useState(operation.body ?? '');
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const isBroken = operation.body !== null && !isJson(body);
  const trySending = async (event: FormEvent) => {
    event.preventDefault();
    if (isBroken) return;
    setWaiting(true);
    const sent = operation.body === null ? null : body;
    setAnswered(await send(operation, { filled, body: sent, locale }));
    setWaiting(false);
  };
  return (
    <form className="operation__form stack" onSubmit={(event) => void trySending(event)}>
      <p className="small quiet">
        {operation.permission === 'public' ? t.public : t.permission({ name: operation.permission })}
      </p>
      {operation.parameters.map(({ name, in: place, required, description, placeholder }) => (
        <TextInput
          key={name}
          label={`${name} · ${t[place]}${required ? ` · ${t.required}` : ''}`}
          description={description}
          placeholder={placeholder}
          value={filled[name] ?? ''}
          onChange={(event) => setFilled({ ...filled, [name]: event.currentTarget.value })}
        />
      ))}
      {operation.body === null ? null : (
        <Textarea
          label={t.body}
          autosize
          minRows={3}
          maxRows={20}
          value={body}
          error={isBroken ? t.notJson : null}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
      )}
      <div>
        <Button type="submit" loading={isWaiting}>
          {t.send}
        </Button>
      </div>
      <div aria-live="polite" className="stack stack--tight">
        {answered ? <p>{t.answer({ status: answered.status, ms: answered.ms })}</p> : null}
        {answered ? <pre className="code-block">{answered.text || t.noBody}</pre> : null}
      </div>
    </form>
  );
}

async function send(
  operation: Operation,
  { filled, body, locale }: { filled: Record<string, string>; body: string | null; locale: string },
): Promise<Answered> {
  const begun = performance.now();
  const headers: Record<string, string> = { 'accept-language': locale };
  if (body !== null) headers['content-type'] = 'application/json';
  if (filled['If-Match']) headers['if-match'] = filled['If-Match'];
  try {
    const response = await fetch(addressOf(filledAddress(operation, filled)), {
      method: operation.method,
      headers,
      ...(body === null ? {} : { body }),
    });
    const text = await read(response);
    return { status: response.status, ms: Math.round(performance.now() - begun), text: pretty(text) };
  } catch (error) {
    return { status: 0, ms: Math.round(performance.now() - begun), text: String(error) };
  }
}

const streamShown_ms = 3000;

/** A stream of events has no end: what came in the first seconds is shown. */
async function read(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.includes('text/event-stream')) return response.text();
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const timer = setTimeout(() => void reader?.cancel(), streamShown_ms);
  let text = '';
  let chunk = await reader?.read();
  while (chunk && !chunk.done) {
    text += chunk.value;
    chunk = await reader?.read();
  }
  clearTimeout(timer);
  return text;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const pretty = (text: string): string => (isJson(text) ? JSON.stringify(JSON.parse(text), null, 2) : text);
