import type { Config } from '../../platform/config/config.ts';
import type { Credential } from './queries.ts';
import type { TokenScope } from './tables.ts';

const hourMs = 3_600_000;
export const linkLifeMs = {
  first_administrator: 24 * hourMs,
  invitation: 7 * 24 * hourMs,
  password_reset: 24 * hourMs,
};

/** A session ends by its age, and by nobody having used it; a token by its age only. */
export function isExpired(
  { kind, lastSeenAt, expiresAt }: Pick<Credential, 'kind' | 'lastSeenAt' | 'expiresAt'>,
  { now, config }: { now: number; config: Pick<Config, 'sessionIdleHours'> },
): boolean {
  if (expiresAt !== null && now >= expiresAt) return true;
  return kind === 'session' && now - lastSeenAt >= config.sessionIdleHours * hourMs;
}

/** Whether a token that one token makes could do more, or longer, than its maker. */
export function isOutreaching(
  wanted: { scope: TokenScope; expiresAt: number | null },
  maker: { scope: TokenScope; expiresAt: number | null },
): boolean {
  if (wanted.scope === 'write' && maker.scope === 'read') return true;
  return maker.expiresAt !== null && (wanted.expiresAt === null || wanted.expiresAt > maker.expiresAt);
}

/** Addresses are compared as people mean them: without spaces around, in lower case. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** A name for who gave none: names are shown to everybody, e-mail addresses only to administrators. */
export function nameFromEmail(email: string): string {
  return email.slice(0, email.lastIndexOf('@'));
}

/** Long passwords need no rules on characters (NIST SP 800-63B, 3.1.1.2); these are guessed first all the same. */
export function isGuessable(password: string, about: readonly string[]): boolean {
  const plain = password.toLowerCase();
  if (new Set(plain).size < 4) return true;
  return about.some((text) => text.length > 0 && plain === text.toLowerCase());
}
