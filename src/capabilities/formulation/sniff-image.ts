/** How many bytes from the beginning tell what a file is. */
export const sniffed_bytes = 12;

/**
 * The media type of a picture that browsers show without running anything in it, by its first bytes; null for everything
 * else. SVG is a document with scripts, so it is never among them, whatever its name says.
 */
export function sniffImage(head: Uint8Array): string | null {
  const begins = (bytes: readonly number[], from = 0) => bytes.every((byte, index) => head[from + index] === byte);
  const text = (word: string) => [...Buffer.from(word, 'latin1')];
  if (begins([0x89, ...text('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (begins([0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (begins(text('GIF87a')) || begins(text('GIF89a'))) return 'image/gif';
  return begins(text('RIFF')) && begins(text('WEBP'), 8) ? 'image/webp' : null;
}
