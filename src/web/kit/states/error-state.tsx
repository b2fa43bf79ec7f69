import './states.css';
import { Button } from '@mantine/core';
import { Refusal } from '../api/refusal.ts';
import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';

/** What went wrong, in the server's words; the id to ask help with; a way to go on. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTexts(kitTexts);
  if (error instanceof Refusal && error.status === 403) return <NoPermission message={error.message} />;
  if (error instanceof Refusal && error.status === 404) {
    return (
      <div className="state">
        <h1>{t.notFoundTitle}</h1>
        <p className="quiet">{error.message}</p>
      </div>
    );
  }
  const id = error instanceof Refusal ? error.requestId : null;
  return (
    <div className="state" role="alert">
      <h2>{t.errorTitle}</h2>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      {id ? <p className="small quiet">{t.requestId({ id })}</p> : null}
      {retry ? <Button onClick={retry}>{t.retry}</Button> : null}
    </div>
  );
}

function NoPermission({ message }: { message: string }) {
  const t = useTexts(kitTexts);
  return (
    <div className="state">
      <h1>{t.noPermissionTitle}</h1>
      <p>{message}</p>
      <p className="quiet">{t.noPermissionBody}</p>
    </div>
  );
}
