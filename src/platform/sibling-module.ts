/**
 * The address of a module that runs in a thread or process of its own: `.ts` beside its caller when run from source,
 * `.js` in the same flat folder when bundled.
 */
export function siblingModule(callerUrl: string, name: string): URL {
  const extension = new URL(callerUrl).pathname.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./${name}.${extension}`, callerUrl);
}
