import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { TurnTaking } from './turn-taking.ts';

/**
 * scrypt with N = 2^15, r = 8, p = 3: 32 MiB and a few hundred milliseconds for each guess (OWASP Password Storage
 * Cheat Sheet). The parameters stand in the hash, so that they can be raised without anybody losing their password.
 */
const cost = { log2N: 15, r: 8, p: 3 };
const keyBytes = 32;

// libuv has four threads for hashing, files and names together: sign-ins may take two of them.
const turns = new TurnTaking({ atOnce: 2, atMostWaiting: 100 });

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.log2N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Takes as long where there is no such password as where it is wrong: time does not tell who has an account. */
export async function isRightPassword(password: string, hash: string | null): Promise<boolean> {
  const [, log2N, r, p, salt = '', expected = ''] = (hash ?? nobodysHash).split('$');
  const key = await derive(password, Buffer.from(salt, 'base64url'), {
    log2N: Number(log2N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(key, Buffer.from(expected, 'base64url')) && hash !== null;
}

const nobodysHash = ['scrypt', cost.log2N, cost.r, cost.p, 'A'.repeat(22), 'A'.repeat(43)].join('$');

function derive(password: string, salt: Buffer, { log2N, r, p }: typeof cost): Promise<Buffer> {
  // The same password typed on another keyboard arrives as other code points: NFKC makes them one.
  const plain = password.normalize('NFKC');
  const options = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r };
  return turns.take(
    () =>
      new Promise((resolve, reject) =>
        scrypt(plain, salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key))),
      ),
  );
}
