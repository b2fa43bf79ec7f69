import { AppError } from '../../platform/errors/app-error.ts';
import type { Brought } from './bringing.ts';

/** Refusals that are about one thing; who may not, or does not answer, would refuse the rest as well. */
const ofOneThing = new Set([400, 404, 409, 413, 422]);

/** What is odd about one thing is told as a difference, and does not hinder the others. */
export async function goOn({ differences }: Brought, what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppError && !ofOneThing.has(Number(error.params['status']))) throw error;
    const { message } = error as Error;
    differences.push(`${what}: ${error instanceof AppError ? String(error.params['reason']) : message}`);
  }
}
