import { useQuery } from '@tanstack/react-query';
import { call } from '../../../web/kit/api/call.ts';
import { useAgo } from '../../../web/kit/language/use-ago.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { describeType } from '../../audit/web/index.tsx';
import { type Delivery, listDeliveries, sendAgain } from '../contract.ts';
import { webhookTexts } from './texts.ts';

const soon_ms = 1_000;
const calm_ms = 15_000;

/** A delivery is no event, so nobody is told of it: it is asked after, often while something is on its way. */
function useDeliveries(webhookId: string) {
  const asking = { params: { webhookId }, query: { limit: 50 } };
  return useQuery({
    queryKey: [listDeliveries.id, asking, useLocale()],
    queryFn: () => call(listDeliveries, asking),
    refetchInterval: ({ state }) =>
      state.data?.deliveries.some((each) => isUnderWay(each, Date.now() + 2 * soon_ms)) ? soon_ms : calm_ms,
  });
}

const isUnderWay = ({ nextAt }: Delivery, by: number): boolean => nextAt !== null && nextAt <= by;

/** What was sent, what came back, and what is still to be sent. */
export function DeliveriesPart({ webhookId, maySend }: { webhookId: string; maySend: boolean }) {
  const t = useTexts(webhookTexts).deliveries;
  const query = useDeliveries(webhookId);
  return (
    <section className="stack" aria-labelledby="deliveries-title">
      <h2 id="deliveries-title">{t.title}</h2>
      <AwaitQuery query={query}>
        {({ deliveries }) =>
          deliveries.length === 0 ? (
            <p>{t.none}</p>
          ) : (
            <>
              <p className="small quiet">{t.lead}</p>
              <table className="table deliveries">
                <thead>
                  <tr>
                    <th scope="col">{t.event}</th>
                    <th scope="col">{t.state}</th>
                    <th scope="col">{t.answer}</th>
                    <th scope="col">
                      <span className="unseen">{t.act}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {deliveries.map((delivery) => (
                    <DeliveryRow key={delivery.id} {...{ delivery, webhookId, maySend }} />
                  ))}
                </tbody>
              </table>
            </>
          )
        }
      </AwaitQuery>
    </section>
  );
}

interface RowProps {
  delivery: Delivery;
  webhookId: string;
  maySend: boolean;
}

function DeliveryRow({ delivery, webhookId, maySend }: RowProps) {
  const t = useTexts(webhookTexts).deliveries;
  const formats = useFormats();
  const locale = useLocale();
  const { type, at, state, status, answer, attemptedAt } = delivery;
  return (
    <tr>
      <th scope="row">
        {describeType(type, locale)}
        <br />
        <span className="quiet webhook__at">{formats.dateTime(at)}</span>
      </th>
      <td>
        <span className={`webhook__state webhook__state--${state}`}>{t.states[state]}</span>
        <Attempts delivery={delivery} />
      </td>
      <td className="webhook__answer">
        {attemptedAt === null ? null : status === null ? t.noAnswer : t.status({ status })}
        {answer === '' ? null : <code>{answer}</code>}
      </td>
      <td>{maySend && state !== 'waiting' ? <SendAgain {...{ delivery, webhookId }} /> : null}</td>
    </tr>
  );
}

function Attempts({ delivery: { attempts, nextAt } }: Pick<RowProps, 'delivery'>) {
  const t = useTexts(webhookTexts).deliveries;
  const formats = useFormats();
  const isNow = nextAt !== null && attempts === 0;
  return (
    <>
      {attempts > 0 ? <div className="small quiet">{t.attempts({ count: attempts })}</div> : null}
      {nextAt === null ? null : (
        <div className="small quiet">{isNow ? t.now : t.next({ when: formats.dateTime(nextAt) })}</div>
      )}
    </>
  );
}

function SendAgain({ delivery, webhookId }: Omit<RowProps, 'maySend'>) {
  const t = useTexts(webhookTexts).deliveries;
  const locale = useLocale();
  const again = useAsk(sendAgain);
  const ago = useAgo();
  const params = { webhookId, deliveryId: delivery.id };
  return (
    <button
      type="button"
      className="button-plain link"
      disabled={again.isPending}
      onClick={() =>
        void again.mutateAsync({ params }).then(
          () => say(t.sentAgain),
          (error: Error) => say(error.message),
        )
      }
    >
      {t.again}
      <span className="unseen"> {`${describeType(delivery.type, locale)}, ${ago(delivery.at)}`}</span>
    </button>
  );
}
