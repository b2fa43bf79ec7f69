/** What a checkpoint attests: that the log `origin` had `size` events, whose Merkle tree has this root. */
export interface Checkpoint {
  origin: string;
  size: number;
  /** base64 */
  root: string;
}

/** The body of a C2SP `tlog-checkpoint`: three lines. */
export function writeCheckpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root}\n`;
}

/** Null where the text is no checkpoint. Lines after the third are extensions, which are signed but not ours to read. */
export function readCheckpointText(text: string): Checkpoint | null {
  const [, origin, size, root] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n/.exec(text) ?? [];
  if (origin === undefined || size === undefined || root === undefined) return null;
  return { origin, size: Number(size), root };
}
