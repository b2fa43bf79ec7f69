/** What a person pressed so far, against what is known: done, possibly more to come, or nothing. */
export type Match = { kind: 'done'; keys: string } | { kind: 'waiting' } | { kind: 'none' };

/** `pressed` and `known` are keys apart by spaces: "g p", "?". */
export function matchKeys(pressed: string, known: readonly string[]): Match {
  if (known.includes(pressed)) return { kind: 'done', keys: pressed };
  return known.some((keys) => keys.startsWith(`${pressed} `)) ? { kind: 'waiting' } : { kind: 'none' };
}
