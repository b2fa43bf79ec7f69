import { PassThrough } from 'node:stream';
import { demand } from '../capabilities/identity/index.ts';
import type { Context } from '../platform/context/context.ts';
import { AppError } from '../platform/errors/app-error.ts';
import type { DomainEvent } from '../platform/events/event-bus.ts';

/** A browser that does not read what it was sent is let go at this point; it comes back by itself. */
const mostUnread_bytes = 256 * 1024;
const mostWaiting = 5_000;

/** The events of one browser: those about what its person may read, one after another. */
export class LiveStream {
  readonly output = new PassThrough();
  readonly userId: string;
  readonly #ctx: Context;
  readonly #allowed = new Map<string, boolean>();
  readonly #waiting: DomainEvent[] = [];
  #isSending = false;

  constructor(ctx: Context) {
    this.#ctx = ctx;
    this.userId = ctx.actor.userId;
    this.output.on('error', () => {});
    // How long the browser waits before it comes back.
    this.output.write('retry: 2000\n\n');
  }

  push(events: readonly DomainEvent[]): void {
    this.#waiting.push(...events);
    if (this.#waiting.length > mostWaiting) this.output.destroy();
    else void this.#send();
  }

  /** Proxies close what is silent; a comment is heard by nobody. */
  beat(): void {
    this.#write(': still here\n\n');
  }

  /** The page missed more than can be told: it reads everything again. */
  askToReload(id: string | null): void {
    this.#write(message({ id, type: 'reload', subject: '', problemId: null }));
  }

  end(): void {
    this.output.end();
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    for (let event = this.#waiting.shift(); event && !this.output.writableEnded; event = this.#waiting.shift()) {
      if (changesAccess(event)) this.#allowed.clear();
      const { id, type, subject, problemId } = event;
      if (await this.#mayRead(event)) this.#write(message({ id, type, subject: subject.id, problemId }));
      if (endsCredential(event, this.#ctx)) this.end();
    }
    this.#isSending = false;
  }

  /** What belongs to no problem is told to whom it is about, to who did it, and to administrators. */
  async #mayRead({ problemId, actorId, subject }: DomainEvent): Promise<boolean> {
    if (problemId === null && (actorId === this.userId || subject.id === this.userId)) return true;
    const key = problemId ?? '';
    const known = this.#allowed.get(key);
    if (known !== undefined) return known;
    const allowed = await this.#isPermitted(problemId);
    this.#allowed.set(key, allowed);
    return allowed;
  }

  async #isPermitted(problemId: string | null): Promise<boolean> {
    try {
      await demand(this.#ctx, problemId === null ? 'organisation.administer' : 'problem.read', problemId);
      return true;
    } catch (error) {
      if (!(error instanceof AppError))
        this.#ctx.log.error({ err: error }, 'a live event could not be judged; it was not sent');
      return false;
    }
  }

  #write(text: string): void {
    if (this.output.writableEnded || this.output.destroyed) return;
    this.output.write(text);
    if (this.output.writableLength + this.output.readableLength > mostUnread_bytes) this.output.destroy();
  }
}

function message({
  id,
  ...data
}: {
  id: string | null;
  type: string;
  subject: string;
  problemId: string | null;
}): string {
  return `${id === null ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
}

function changesAccess({ type }: DomainEvent): boolean {
  return /^(problem_access|user|installation)\./.test(type);
}

/** Whoever was signed out hears nothing more; a browser that is still known comes back at once. */
function endsCredential({ type, subject, actorId }: DomainEvent, { actor }: Context): boolean {
  if (type === 'installation.team_opened') return true;
  if (type === 'session.ended' || type === 'token.revoked') return subject.id === actor.credentialId;
  if (type === 'session.others_ended') return actorId === actor.userId;
  return /^user\.(deactivated|erased|password_reset|password_changed)$/.test(type) && subject.id === actor.userId;
}
