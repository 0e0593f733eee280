import { verdictLink, verdictsLink } from './links';
import { NotificationMessage } from './Outbox';
import { severityOf } from './severityOf';
import { VerdictNewsItem } from './SummaryItem';
import { counted, entityName, listed, titled } from './words';

const SHOWN = 5;

/**
 * What owners are told of verdicts that began or ceased to fail, all in one message.
 *
 * @param news - at least one.
 */
export function verdictMessage(
  news: VerdictNewsItem[],
  message: Pick<NotificationMessage, 'key' | 'to'> & { owner?: string },
): NotificationMessage {
  const { owner, ...rest } = message;
  const failed = news.filter(({ failing }) => failing);
  const recovered = news.filter(({ failing }) => !failing);
  const entityRefs = [...new Set(news.map(({ entityRef }) => entityRef))];
  const [{ entityRef }] = news;
  return {
    ...rest,
    type: 'notification',
    topic: 'verdicts',
    title: titled(
      news.length === 1
        ? titleOfOne(news[0])
        : `${
            entityRefs.length === 1 ? entityName(entityRef) : 'Your services'
          }: ${[
            failed.length > 0 &&
              counted(failed.length, 'verdict fails', 'verdicts fail'),
            recovered.length > 0 &&
              counted(
                recovered.length,
                'verdict holds again',
                'verdicts hold again',
              ),
          ]
            .filter(part => part)
            .join(', ')}`,
    ),
    description:
      news.length === 1
        ? news[0].detail || undefined
        : listed(
            [...failed, ...recovered].map(one =>
              [
                `${one.title}${
                  entityRefs.length === 1
                    ? ''
                    : ` of ${entityName(one.entityRef)}`
                }`,
                one.detail && `(${one.detail})`,
              ]
                .filter(part => part)
                .join(' '),
            ),
            SHOWN,
          ),
    link:
      news.length === 1
        ? verdictLink(news[0])
        : verdictsLink({
            ...(entityRefs.length === 1 ? { entityRef } : { owner }),
            onlyFailing: failed.length > 0,
          }),
    severity: severityOf(failed.map(({ stage }) => stage)),
  };
}

function titleOfOne({ failing, entityRef, title }: VerdictNewsItem): string {
  return failing
    ? `${entityName(entityRef)} fails "${title}"`
    : `${entityName(entityRef)} meets "${title}" again`;
}
