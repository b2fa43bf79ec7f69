import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.mjs';

const exitCode = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 0);

/**
 * Runs a command and keeps what it prints, to be shown only when it failed.
 * Resolves to { code, output, stdout }: `output` is both streams in the order they came.
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (cause) => resolve({ code: 127, output: `${output}${command}: ${cause.message}\n`, stdout }));
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), output, stdout }));
  });
}

/**
 * Runs a command on our own terminal and resolves to its exit code. A SIGINT or SIGTERM that reaches us is handed on, and
 * we stay until the child has ended: whoever waits for us waits for it. `onMessage` hears what the child sends.
 */
export function runInFront(command, args, { onMessage, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const handOn = (signal) => child.kill(signal);
    if (onMessage) child.on('message', onMessage);
    process.on('SIGINT', handOn).on('SIGTERM', handOn);
    const end = (code) => {
      process.off('SIGINT', handOn).off('SIGTERM', handOn);
      resolve(code);
    };
    child.on('error', (cause) => {
      process.stderr.write(`${command}: ${cause.message}\n`);
      end(127);
    });
    child.on('close', (code, signal) => end(exitCode(code, signal)));
  });
}
