import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { usePeopleNames } from '../../identity/web/index.tsx';
import type { ShownRun } from '../contract.ts';
import { runTexts } from './run-texts.ts';
import { sayDuration, sayMetric } from './say-value.ts';

const said = 3;

/** What was tried, by whom, how long, on which data, and what came of it: in sentences. */
export function RunLead({ run }: { run: ShownRun }) {
  const t = useTexts(runTexts);
  const locale = useLocale();
  const formats = useFormats();
  const names = usePeopleNames();
  const who = run.clientUser || names.get(run.createdBy) || t.somebody;
  const { startedAt, endedAt, status, params, data, modelsOut } = run;
  const metrics = run.metrics.filter(({ key }) => !key.startsWith('system/'));
  const after =
    startedAt === null || endedAt === null ? '' : t.after({ duration: sayDuration(endedAt - startedAt, t.durations) });
  const begun = startedAt === null ? t.begunAtSomeTime({ who }) : t.begun({ who, when: formats.dateTime(startedAt) });
  const versions = data.map(({ name, version }) => version?.name ?? name);
  const sentences = [
    `${begun} ${t.statuses[status]({ after })}`,
    params.length === 0
      ? t.noParams
      : t.tried({
          params: params
            .slice(0, said)
            .map(({ key, value }) => `${key} = ${shortened(value)}`)
            .join(', '),
          more: params.length - said,
        }),
    versions.length === 0 ? t.onUnknown : t.on({ data: formats.list([...new Set(versions)]) }),
    metrics.length === 0
      ? t.noMetrics
      : t.measured({
          metrics: metrics
            .slice(0, said)
            .map((metric) => `${metric.key} ${sayMetric(metric, locale)}`)
            .join(', '),
          more: metrics.length - said,
        }),
    ...(modelsOut.length === 0 ? [] : [t.made({ models: formats.list(modelsOut.map(({ name }) => name)) })]),
  ];
  return sentences.join(' ');
}

const shortened = (value: string): string => (value.length > 40 ? `${value.slice(0, 39)}…` : value);
