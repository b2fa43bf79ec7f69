import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { conflictOf } from '../../../web/kit/api/refusal.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { refresh } from '../../../web/kit/query/refresh.ts';
import { riskPageTexts } from './texts.ts';

export interface Keep {
  /** answers whether it was kept */
  keep: (work: () => Promise<unknown>) => Promise<boolean>;
  isSaving: boolean;
  /** why it was not kept */
  problem: string | null;
  complain: (sentence: string | null) => void;
}

/** Keeps one small thing, or says why not. Where somebody else was faster, what stands there now is fetched. */
export function useKeep(problemId: string): Keep {
  const t = useTexts(riskPageTexts);
  const client = useQueryClient();
  const [isSaving, setSaving] = useState(false);
  const [problem, complain] = useState<string | null>(null);
  const keep = async (work: () => Promise<unknown>) => {
    setSaving(true);
    complain(null);
    try {
      await work();
      return true;
    } catch (error) {
      const isConflict = conflictOf(error) !== null;
      if (isConflict) void refresh(client, problemId);
      complain(isConflict ? t.changedMeanwhile : error instanceof Error ? error.message : String(error));
      return false;
    } finally {
      setSaving(false);
    }
  };
  return { keep, isSaving, problem, complain };
}
