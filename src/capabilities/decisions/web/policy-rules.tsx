import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useRoleNames } from '../../identity/web/index.tsx';
import {
  asksTheClass,
  evidenceParts,
  type GateRule,
  partsOfGate,
  type PolicyDocument,
  type PolicyGate,
  policyGates,
  peopleAsked,
  rulesFor,
} from '../contract.ts';
import { groupClasses } from './group-classes.ts';
import { openClassTexts } from './open-class-texts.ts';
import { policyTexts } from './policy-texts.ts';

/** A policy as sentences: for each gate what a go needs, and with which risk class. */
export function PolicyRules({ document }: { document: PolicyDocument }) {
  const t = useTexts(policyTexts);
  const openClass = useTexts(openClassTexts);
  const formats = useFormats();
  return (
    <>
      {policyGates.map((gate) => (
        <section key={gate} className="stack" aria-labelledby={`rules-${gate}`}>
          <h2 id={`rules-${gate}`}>{t.gates[gate]}</h2>
          {groupClasses(rulesFor(document, gate)).map(({ classes, rule }, _, groups) => (
            <div key={classes.join()} className="stack stack--tight">
              <h3>
                {groups.length === 1
                  ? t.everyClass
                  : t.forClasses({ classes: formats.list(classes.map((each) => t.classes[each])) })}
              </h3>
              <RuleWords gate={gate} rule={rule} />
            </div>
          ))}
        </section>
      ))}
      {asksTheClass(document) ? null : <p>{openClass.strictest}</p>}
    </>
  );
}

/** One rule, every point of it a sentence. */
export function RuleWords({ gate, rule }: { gate: PolicyGate; rule: GateRule }) {
  return (
    <ul className="policy__sentences">
      {useSentences(gate, rule).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function useSentences(gate: PolicyGate, rule: GateRule): string[] {
  const { evidence, roles, deciders, quorum = [], waivers, validity_days: days } = rule;
  const t = useTexts(policyTexts);
  const formats = useFormats();
  const roleNames = useRoleNames();
  const parts = (which: readonly (typeof evidenceParts)[number][]) =>
    formats.list(which.map((part) => t.evidence[part]));
  const named = (which: GateRule['roles']) => formats.list(which.map((role) => roleNames[role]));
  // Whoever asks for the whole assessment asks for the class in it.
  const isWithin = (part: string) => part === 'risk.classified' && evidence.includes('risk');
  const advised = partsOfGate[gate].filter((part) => !evidence.includes(part) && !isWithin(part));
  const asked = evidenceParts.filter((part) => evidence.includes(part));
  // Whoever decides has signed in none of these roles.
  const people = [...new Set(roles)].reduce((sum, role) => sum + peopleAsked(rule, role), 1);
  return [
    asked.length === 0 ? t.say.nothingAsked : t.say.asked({ parts: parts(asked) }),
    ...(advised.length === 0 ? [] : [t.say.advised({ parts: parts(advised) })]),
    roles.length === 1 ? t.say.signs({ roles: named(roles) }) : t.say.signEach({ roles: named(roles) }),
    ...quorum.map(({ role, people: count }) => t.say.quorum({ role: roleNames[role], people: count })),
    deciders.length === 1
      ? t.say.decides({ roles: named(deciders) })
      : t.say.decideOne({ roles: deciders.map((role) => roleNames[role]).join(', ') }),
    t.say.people({ count: people }),
    waivers === 0 ? t.say.noWaivers : t.say.waivers({ most: waivers }),
    days === undefined ? t.say.validAlways : t.say.valid({ days }),
  ];
}
