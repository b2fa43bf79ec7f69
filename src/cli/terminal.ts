import type { Locale } from '../platform/text/locale.ts';
import type { Terminal } from '../server/commands/terminal.ts';

/** The language of the terminal, as the system knows it (POSIX order); English where it is none of ours. */
export function terminalLocale(env: NodeJS.ProcessEnv): Locale {
  const language = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return language.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

const barWidth = 28;

/** The terminal of this process. A bar is drawn where a person watches; elsewhere each new step is a line. */
export function ourTerminal(locale: Locale): Terminal {
  let lastStep = '';
  return {
    locale,
    say: (line) => void process.stdout.write(`${line}\n`),
    tell: (line) => void process.stderr.write(`${line}\n`),
    progress: (share, what) => {
      const end = share >= 1 ? '\n' : '';
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${bar(share)} ${what}${end}`);
      else if (what !== lastStep) process.stderr.write(`${what}\n`);
      lastStep = what;
    },
  };
}

function bar(share: number): string {
  const bounded = Math.min(1, Math.max(0, share));
  const done = Math.round(bounded * barWidth);
  return `${'█'.repeat(done)}${'░'.repeat(barWidth - done)} ${String(Math.round(bounded * 100)).padStart(3)} %`;
}
