import type { EntryFacts } from '../catalogue-contract.ts';
import { onOwnServers, shipped } from './shipped-entry.ts';

const library = {
  offer: 'open_source',
  licenceKind: 'open_permissive',
  basis: 'general_knowledge',
  trains: 'yes',
  ...onOwnServers,
  runsOn: ['computer', 'own_server'] as EntryFacts['runsOn'],
} as const;

/** What models are trained with; they predict wherever they are put. */
export const trainingEntries: Readonly<Record<string, EntryFacts>> = {
  'scikit-learn': shipped({
    ...library,
    name: 'scikit-learn',
    kind: 'tabular',
    licence: 'BSD-3-Clause',
    runsOnDetail: 'CPU',
    description: {
      en: 'The usual first choice for tables: linear models, trees, forests, and everything around them.',
      nl: 'De gebruikelijke eerste keus voor tabellen: lineaire modellen, bomen, bossen en alles eromheen.',
    },
    source: 'https://scikit-learn.org/',
  }),
  xgboost: shipped({
    ...library,
    name: 'XGBoost',
    kind: 'tabular',
    licence: 'Apache-2.0',
    runsOnDetail: 'CPU and GPU',
    description: {
      en: 'Boosted trees: a strong candidate for most tables.',
      nl: 'Boosted trees: een sterke kandidaat voor de meeste tabellen.',
    },
    source: 'https://xgboost.readthedocs.io/',
  }),
  lightgbm: shipped({
    ...library,
    name: 'LightGBM',
    kind: 'tabular',
    licence: 'MIT',
    runsOnDetail: 'CPU and GPU',
    description: {
      en: 'Boosted trees that train fast on large tables.',
      nl: 'Boosted trees die snel trainen op grote tabellen.',
    },
    source: 'https://lightgbm.readthedocs.io/',
  }),
  catboost: shipped({
    ...library,
    name: 'CatBoost',
    kind: 'tabular',
    licence: 'Apache-2.0',
    runsOnDetail: 'CPU and GPU',
    description: {
      en: 'Boosted trees that take columns with many categories as they are.',
      nl: 'Boosted trees die kolommen met veel categorieën nemen zoals ze zijn.',
    },
    source: 'https://catboost.ai/',
  }),
  pytorch: shipped({
    ...library,
    name: 'PyTorch',
    kind: 'deep_learning',
    licence: 'BSD-3-Clause',
    runsOnDetail: 'CPU and GPU',
    description: {
      en: 'For neural networks of one’s own, or for fitting an existing one to one’s own data.',
      nl: 'Voor eigen neurale netwerken, of om een bestaand netwerk op eigen data af te stemmen.',
    },
    source: 'https://pytorch.org/',
  }),
  'tensorflow-keras': shipped({
    ...library,
    name: 'TensorFlow with Keras',
    kind: 'deep_learning',
    licence: 'Apache-2.0',
    runsOnDetail: 'CPU, GPU and TPU',
    description: {
      en: 'Neural networks with a simple outside, and a known way to phones by LiteRT.',
      nl: 'Neurale netwerken met een eenvoudige buitenkant, en een bekende weg naar telefoons via LiteRT.',
    },
    source: 'https://www.tensorflow.org/',
  }),
  jax: shipped({
    ...library,
    name: 'JAX',
    kind: 'deep_learning',
    licence: 'Apache-2.0',
    runsOnDetail: 'CPU, GPU and TPU',
    description: {
      en: 'Arithmetic that differentiates itself, for research and for large models.',
      nl: 'Rekenwerk dat zichzelf afleidt, voor onderzoek en voor grote modellen.',
    },
    source: 'https://docs.jax.dev/',
  }),
  'hugging-face-transformers': shipped({
    ...library,
    name: 'Hugging Face Transformers',
    kind: 'language',
    licence: 'Apache-2.0',
    runsOnDetail: 'CPU and GPU',
    description: {
      en: 'Open models for language, picture and sound, to use as they are or to fit to one’s own data. Each model has a licence of its own.',
      nl: 'Open modellen voor taal, beeld en geluid, om te gebruiken zoals ze zijn of af te stemmen op eigen data. Elk model heeft een eigen licentie.',
    },
    source: 'https://huggingface.co/docs/transformers',
  }),
  spacy: shipped({
    ...library,
    name: 'spaCy',
    kind: 'language',
    licence: 'MIT',
    runsOnDetail: 'CPU and GPU',
    description: {
      en: 'Takes text apart: words, names, relations. Fast enough for large amounts.',
      nl: 'Haalt tekst uit elkaar: woorden, namen, verbanden. Snel genoeg voor grote hoeveelheden.',
    },
    source: 'https://spacy.io/',
  }),
  'spark-mllib': shipped({
    ...library,
    name: 'Spark MLlib',
    kind: 'big_data',
    licence: 'Apache-2.0',
    runsOn: ['cluster'],
    runsOnDetail: 'A Spark cluster',
    description: {
      en: 'Known methods for tables that fit on no single machine.',
      nl: 'Bekende methoden voor tabellen die op geen enkele machine passen.',
    },
    source: 'https://spark.apache.org/mllib/',
  }),
  statsforecast: shipped({
    ...library,
    name: 'statsforecast',
    kind: 'time_series',
    licence: 'Apache-2.0',
    runsOnDetail: 'CPU',
    description: {
      en: 'Statistical forecasts of many series at once: a fair baseline for anything heavier.',
      nl: 'Statistische voorspellingen van veel reeksen tegelijk: een eerlijke referentie voor alles wat zwaarder is.',
    },
    source: 'https://nixtlaverse.nixtla.io/statsforecast/',
  }),
};
