/** How long a token can be made to work, in days; `never`: until it is revoked. */
export const expiryChoices = ['30', '90', '365', 'never'] as const;
export type ExpiryChoice = (typeof expiryChoices)[number];

const day_ms = 86_400_000;

/** The moment at which it stops working, epoch milliseconds; null for never. */
export function expiryOf(choice: ExpiryChoice, now: number): number | null {
  return choice === 'never' ? null : now + Number(choice) * day_ms;
}
