import type { Ask } from './ask.ts';
import type { WrittenExample } from './written-example.ts';

/**
 * What fills one station: whom to ask, of which problem, and what was written. Every filling looks first and adds only what
 * is not there yet, so that an example that was broken off is taken up where it stopped, and nothing stands there twice.
 */
export interface Filling {
  ask: Ask;
  params: { problemId: string };
  written: WrittenExample;
}
