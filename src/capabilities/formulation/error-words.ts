import type { Outcome } from '../decisions/contract.ts';
import type { VerdictRole } from './verdict-contract.ts';

/** Words of which the errors of formulation make their sentences. */
export const outcomeEn: Record<Outcome, string> = {
  go: 'a go',
  conditional_go: 'a go with conditions',
  no_go: 'a no-go',
  defer: 'a defer',
  reopen: 'reopening',
};
export const outcomeNl: Record<Outcome, string> = {
  go: 'een go',
  conditional_go: 'een go met voorwaarden',
  no_go: 'een no-go',
  defer: 'uitstel',
  reopen: 'heropenen',
};
export const roleEn: Record<VerdictRole, string> = {
  sme: 'the subject matter expert',
  data_scientist: 'a data scientist',
};
export const roleNl: Record<VerdictRole, string> = { sme: 'inhoudelijk deskundige', data_scientist: 'data scientist' };
export const day = (at: number) => new Date(at).toISOString().slice(0, 10);
export const list = (parts: readonly string[]) => parts.join(', ');

export function changedPlaces(changed: readonly { path: string }[]): string {
  return changed.length === 0 ? '' : ` (${list(changed.slice(0, 5).map((each) => each.path))})`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
