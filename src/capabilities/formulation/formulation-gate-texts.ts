import { defineTexts } from '../../platform/text/define-texts.ts';
import type { FormulationGateText } from './formulation-evidence.ts';

type Sentences = Record<Exclude<FormulationGateText, 'translation.keyResult'>, string> & {
  'translation.keyResult': (p: { metric: string }) => string;
  'metrics.keyResult': (p: { metric: string }) => string;
  'value.measured': (p: { count: number }) => string;
};

const en: Sentences = {
  'translation.task': 'Choose which kind of ML task it is.',
  'translation.unit': 'Say of what there is one prediction.',
  'translation.target': 'Say what is predicted.',
  'translation.truth': 'Say how it is known afterwards whether the prediction was right.',
  'translation.moment': 'Say at which moment the prediction must be there.',
  'translation.horizon': 'Say how far ahead it looks.',
  'translation.action': 'Say what is done with the prediction.',
  'translation.capacity': 'Say how many can be acted on per period.',
  'translation.constraints': 'Say what it must keep to.',
  'translation.fairness': 'Say who could be treated worse by it, or that nobody can.',
  'translation.keyResult': (p) => `Say how the prediction moves “${p.metric}”, or why it does not.`,
  'metrics.keyResult': (p) => `Say which metric of the model answers “${p.metric}”, or that none does.`,
  'value.measured': (p) =>
    p.count === 1
      ? 'Take over the figure that was measured in the data, or say why not.'
      : `Take over the ${p.count} figures that were measured in the data, or say why not.`,
  'data.required': 'List which data is needed.',
  'decision.alternatives':
    'Weigh the alternatives to machine learning: write down which were considered, or value at least one.',
  'verdicts.data_scientist': 'A data scientist says of every key result whether machine learning can contribute.',
  'verdicts.sme': 'The subject matter expert says of every key result whether machine learning can contribute.',
};

const nl: Sentences = {
  'translation.task': 'Kies welk soort ML-taak het is.',
  'translation.unit': 'Vertel waarvan er telkens één voorspelling is.',
  'translation.target': 'Vertel wat er wordt voorspeld.',
  'translation.truth': 'Vertel hoe achteraf blijkt of de voorspelling klopte.',
  'translation.moment': 'Vertel op welk moment de voorspelling er moet zijn.',
  'translation.horizon': 'Vertel hoe ver de voorspelling vooruitkijkt.',
  'translation.action': 'Vertel wat er met de voorspelling wordt gedaan.',
  'translation.capacity': 'Vertel op hoeveel er per periode kan worden gehandeld.',
  'translation.constraints': 'Vertel waar het zich aan moet houden.',
  'translation.fairness': 'Vertel wie er slechter door kan worden behandeld, of dat niemand dat kan.',
  'translation.keyResult': (p) => `Vertel hoe de voorspelling “${p.metric}” beweegt, of waarom niet.`,
  'metrics.keyResult': (p) => `Zeg welke maat van het model antwoordt op “${p.metric}”, of dat geen enkele dat doet.`,
  'value.measured': (p) =>
    p.count === 1
      ? 'Neem het cijfer over dat in de gegevens is gemeten, of zeg waarom niet.'
      : `Neem de ${p.count} cijfers over die in de gegevens zijn gemeten, of zeg waarom niet.`,
  'data.required': 'Noem welke gegevens nodig zijn.',
  'decision.alternatives':
    'Weeg de alternatieven voor machine learning: schrijf op welke zijn overwogen, of reken er minstens één door.',
  'verdicts.data_scientist':
    'Een data scientist zegt van elk sleutelresultaat of machine learning eraan kan bijdragen.',
  'verdicts.sme': 'De inhoudelijk deskundige zegt van elk sleutelresultaat of machine learning eraan kan bijdragen.',
};

/** What a gate asks of translation, data, alternatives and verdicts, by `AskedItem.text`. */
export const formulationGateTexts = defineTexts(en, nl);
