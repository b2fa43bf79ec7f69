import { say } from '../../../web/kit/toast/toast-list.ts';

/**
 * What follows a change, also where the part that asked for it has gone by then: a row that is taken away, a menu that
 * has closed. (The callbacks given to `mutate` are not called any more there.)
 */
export function thenTell<T>(asked: Promise<T>, follow: (answer: T) => void): void {
  void tell(asked, follow);
}

async function tell<T>(asked: Promise<T>, follow: (answer: T) => void): Promise<void> {
  try {
    follow(await asked);
  } catch (error) {
    say((error as Error).message);
  }
}
