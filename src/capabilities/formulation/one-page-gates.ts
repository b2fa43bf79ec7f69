import { gateTexts } from './gate-texts.ts';
import type { OnePageContent } from './one-page-contract.ts';
import { type Block, type Framed, heading, list, sentence, words, writersFor } from './one-page-frame.ts';
import { onePageTexts } from './one-page-texts.ts';
import { sayReason } from './signing-words.ts';

type Gate = OnePageContent['gates'][number];
type Decided = NonNullable<Gate['decision']>;
type OnTable = NonNullable<Gate['proposal']>;
type Signer = Pick<OnTable['signOffs'][number], 'who' | 'role' | 'onBehalfOf'>;

/** Each gate as it was decided or lies on the table: who stands for it, who objected, and what was left open. */
export function gateBlocks(framed: Framed): Block[] {
  const { content, language } = framed;
  const t = onePageTexts[language];
  const write = writersFor(language);
  const { level } = content;
  return [
    heading(2, t.gates),
    ...content.gates.flatMap(({ id, decision, proposal }): Block[] => [
      heading(3, t.gate[id]),
      ...(decision ? decisionBlocks(framed, decision) : [sentence(t.undecided)]),
      ...(proposal ? proposalBlocks(framed, proposal) : []),
    ]),
    sentence(level ? t.level({ number: `${level.number}`, date: write.date(level.at), hash: level.hash }) : t.noLevel),
  ];
}

function decisionBlocks(framed: Framed, decision: Decided): Block[] {
  const t = onePageTexts[framed.language];
  const write = writersFor(framed.language);
  const { outcome, at, reasons, redirect, lessons, reviewDate, people, openConditions, snapshotHash } = decision;
  const say = sayersFor(framed);
  return [
    sentence(t.decided({ outcome: t.outcomes[outcome], date: write.date(at) })),
    words(reasons, t.nothing),
    ...(redirect ? [sentence(t.instead({ kind: t.redirects[redirect.kind] })), words(redirect.text, t.nothing)] : []),
    ...(lessons === undefined ? [] : [sentence(t.lessons), words(lessons, t.nothing)]),
    ...(reviewDate === undefined ? [] : [sentence(t.review({ date: write.date(reviewDate) }))]),
    list([
      ...people.map(say.approval),
      ...(decision.objections ?? []).map(say.objection),
      ...(decision.waivers ?? []).map(say.waiver),
      ...openConditions.map(({ due, text }) => t.condition({ due: write.date(due), text })),
      t.evidence({ hash: snapshotHash }),
    ]),
  ];
}

function proposalBlocks(framed: Framed, { outcome, signOffs, waivers = [] }: OnTable): Block[] {
  const t = onePageTexts[framed.language];
  const say = sayersFor(framed);
  const said = [
    ...signOffs.map((each) =>
      say.standing(each.verdict === 'objects' ? say.objection({ remark: '', ...each }) : say.approval(each), each),
    ),
    ...waivers.map(say.waiver),
  ];
  return [
    sentence(t.proposed({ outcome: t.outcomes[outcome] })),
    ...(signOffs.length === 0 ? [sentence(t.unsigned)] : []),
    ...(said.length === 0 ? [] : [list(said)]),
  ];
}

function sayersFor({ language, names }: Framed) {
  const t = onePageTexts[language];
  const write = writersFor(language);
  const { roles } = gateTexts[language];
  const nameOf = (id: string) => names.get(id) ?? t.nameless;
  const behalf = (said: string, { onBehalfOf }: Pick<Signer, 'onBehalfOf'>) =>
    onBehalfOf === undefined ? said : t.onBehalf({ signed: said, name: nameOf(onBehalfOf) });
  return {
    approval: (signer: Decided['people'][number]) => {
      const { who, role, meaning, at, remark } = signer;
      const stands = behalf(t.person({ name: nameOf(who), role: roles[role], meaning }), signer);
      const signed = at === undefined ? stands : t.signed({ said: stands, date: write.date(at) });
      return remark === undefined ? signed : t.remarked({ said: signed, remark });
    },
    objection: (signer: Signer & { at: number; remark: string }) => {
      const { who, role, at, remark } = signer;
      const said = behalf(t.objected({ name: nameOf(who), role: roles[role], date: write.date(at) }), signer);
      return remark === '' ? said : t.remarked({ said, remark });
    },
    /** what it is worth at the moment of the page */
    standing: (said: string, { lapsed, until }: Pick<OnTable['signOffs'][number], 'lapsed' | 'until'>) => {
      if (lapsed === 'stale') return t.stale({ said });
      if (until === undefined) return said;
      const date = write.date(until);
      return lapsed === 'ended' ? t.ended({ said, date }) : t.until({ said, date });
    },
    waiver: (waiver: NonNullable<Decided['waivers']>[number]) => {
      const { who, said, reason, at } = waiver;
      const by = behalf(t.waived({ name: nameOf(who), date: write.date(at) }), waiver);
      return t.waivedItem({ by, item: said[language], reason: sayReason(reason, language) });
    },
  };
}
