import type { User } from '../contract.ts';
import type { IdentityTexts } from './texts.ts';

/** An erased person has no name: what stands there is in the reader's language. */
export function shownName({ name, status }: Pick<User, 'name' | 'status'>, { erasedPerson }: IdentityTexts): string {
  return status === 'erased' ? erasedPerson : name;
}
