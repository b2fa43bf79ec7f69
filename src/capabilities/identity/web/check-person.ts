import { emailSchema, newPasswordSchema } from '../contract.ts';
import type { FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import type { IdentityTexts } from './texts.ts';

/** Ids of the fields that forms about people have in common. */
export const personFields = { name: 'name', email: 'email', password: 'password' } as const;
const longestName = 120;
const longestPassword = newPasswordSchema.maxLength ?? Number.POSITIVE_INFINITY;
const shortestPassword = newPasswordSchema.minLength ?? 1;

interface Typed {
  name?: string;
  email?: string;
  /** one that is being chosen */
  newPassword?: string;
  /** one that is known */
  password?: string;
}

/** What is wrong with what was typed, in the order of the form; each in a sentence that says how to mend it. */
export function checkPerson(typed: Typed, { checks }: Pick<IdentityTexts, 'checks'>): FieldProblem[] {
  const found: [string, string | null][] = [];
  if (typed.name !== undefined) found.push([personFields.name, nameProblem(typed.name.trim(), checks)]);
  if (typed.email !== undefined) found.push([personFields.email, emailProblem(typed.email.trim(), checks)]);
  if (typed.newPassword !== undefined)
    found.push([personFields.password, newPasswordProblem(typed.newPassword, checks)]);
  if (typed.password === '') found.push([personFields.password, checks.passwordMissing]);
  return found.flatMap(([field, message]) => (message === null ? [] : [{ field, message }]));
}

type Checks = IdentityTexts['checks'];

function nameProblem(name: string, checks: Checks): string | null {
  if (name === '') return checks.nameMissing;
  return name.length > longestName ? checks.nameTooLong({ length: name.length }) : null;
}

function emailProblem(email: string, checks: Checks): string | null {
  if (email === '') return checks.emailMissing;
  return emailSchema.safeParse(email).success ? null : checks.emailWrong({ typed: email });
}

function newPasswordProblem(password: string, checks: Checks): string | null {
  const { length } = password;
  if (length === 0) return checks.passwordMissing;
  if (length < shortestPassword) return checks.passwordShort({ length });
  return length > longestPassword ? checks.passwordLong({ length }) : null;
}
