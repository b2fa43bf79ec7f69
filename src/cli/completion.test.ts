import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { allCommands } from './all-commands.ts';
import { completionScript } from './completion.ts';

const script = completionScript('bash', allCommands());

/** What bash offers after these words. */
function offered(...words: string[]): string[] {
  const line = `${script}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _peil; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', line], { encoding: 'utf8' }).trim().split('\n');
}

test('house bash completes commands, options and their values', () => {
  expect(offered('peil', 'prob')).toEqual(['problem', 'problem-template']);
  expect(offered('peil', 'problem', 're')).toEqual(['rename', 'restore', 'refuse-role']);
  expect(offered('peil', 'problem', 'create', '--ti')).toEqual(['--title']);
  expect(offered('peil', 'serve', '--log-level', 'de')).toEqual(['debug']);
  expect(offered('peil', 'completion', 'f')).toEqual(['fish']);
});

test('house zsh and fish know the same commands', () => {
  expect(completionScript('zsh', allCommands())).toContain("'problem list') choices=\"");
  expect(completionScript('fish', allCommands())).toContain(`__peil_is "problem list"' -l limit`);
});
