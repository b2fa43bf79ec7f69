import { useState } from 'react';
import { conflictOf } from '../api/refusal.ts';
import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';

interface Keeping<Body> {
  /** of what stood there when the form was opened: what others write meanwhile is not overwritten unseen */
  version?: number | undefined;
  save: (body: Body, version: number) => Promise<unknown>;
  close: () => void;
  /** what somebody else wrote, as people read it */
  sayTheirs: (theirs: unknown) => string;
  /** tells why it was not kept */
  complain: (sentence: string) => void;
}

/** Keeps a form that is saved as a whole: it closes when that is done, and otherwise says why not, with what another wrote. */
export function useKeeping<Body>({ version: opened = 0, save, close, sayTheirs, complain }: Keeping<Body>) {
  const t = useTexts(kitTexts).conflict;
  const [version, setVersion] = useState(opened);
  const [isSaving, setSaving] = useState(false);
  const keep = async (body: Body) => {
    setSaving(true);
    try {
      await save(body, version);
      close();
    } catch (error) {
      const conflict = conflictOf(error);
      if (conflict) setVersion(conflict.current);
      if (conflict) complain(t.inForm({ theirs: sayTheirs(conflict.theirs) }));
      else complain(error instanceof Error ? error.message : String(error));
    } finally {
      setSaving(false);
    }
  };
  return { keep, isSaving };
}
