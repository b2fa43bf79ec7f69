import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/context/context.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { contentDisposition } from '../../platform/http/content-disposition.ts';
import { today } from './days.ts';
import { makePdf } from './make-pdf.ts';
import { writersFor } from './one-page-frame.ts';
import type { OnePageVersion } from './one-page-contract.ts';
import type { Stamp } from './one-page-pdf.ts';
import { onePageTexts } from './one-page-texts.ts';
import { listVersions } from './one-page-versions.ts';
import { type LaidOut, layOutCurrent, layOutKept } from './show-one-page.ts';
import { whenLastChanged } from './when-last-changed.ts';

interface Asked {
  problemId: string;
  language?: Locale;
}

/**
 * The page as it stands, as PDF; where it says what the last version says, it is that version. Any other says of which day it is:
 * on paper nobody sees that the problem has moved on.
 */
export async function sendCurrentPdf(ctx: Context, asked: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const laidOut = await layOutCurrent(ctx, asked);
  const [last] = await listVersions(ctx.db, asked.problemId);
  const changedAt = await whenLastChanged(ctx.db, asked.problemId);
  return send(reply, laidOut, last?.hash === laidOut.hash ? last : { changedAt, madeAt: Date.parse(today(ctx.clock)) });
}

export async function sendKeptPdf(
  ctx: Context,
  asked: Asked & { number: number },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { version, ...laidOut } = await layOutKept(ctx, asked);
  return send(reply, laidOut, version);
}

async function send(
  reply: FastifyReply,
  { blocks, content, hash, language }: LaidOut,
  edition: OnePageVersion | Unkept,
): Promise<FastifyReply> {
  const pdf = await makePdf({
    blocks,
    stamp: { language, title: content.title, hash, ...sayEdition(edition, language) },
  });
  const suffix = 'number' in edition ? ` (${edition.number})` : '';
  return reply
    .headers({
      'content-type': 'application/pdf',
      'content-disposition': contentDisposition('attachment', `${content.title}${suffix}.pdf`),
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
    })
    .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
}

interface Unkept {
  changedAt: number;
  /** the day, so that on one day it has the same bytes */
  madeAt: number;
}

function sayEdition(edition: OnePageVersion | Unkept, language: Locale): Omit<Stamp, 'language' | 'title' | 'hash'> {
  const t = onePageTexts[language];
  const { date } = writersFor(language);
  if ('number' in edition) {
    const { number, at } = edition;
    return { edition: t.edition({ number: `${number}`, date: date(at) }), madeAt: at, changedAt: at };
  }
  const { madeAt, changedAt } = edition;
  return { edition: t.editionNow({ made: date(madeAt), changed: date(changedAt) }), madeAt, changedAt };
}
