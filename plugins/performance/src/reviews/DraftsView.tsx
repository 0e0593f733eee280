import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import GetAppIcon from '@material-ui/icons/GetApp';
import {
  CommandSnippet,
  Panel,
  ReviewDetail,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { useNavigate } from 'react-router-dom';
import { downloadText } from '../export/downloadText';
import { Loaded } from '../page/Loaded';
import { splitDocuments } from './splitDocuments';

/** Budgets and SLOs that the numbers answered make, to be taken into a file or the editor. */
export function DraftsView(props: { review: ReviewDetail }) {
  const { review } = props;
  const links = usePerformanceLinks();
  const navigate = useNavigate();
  const data = usePerformanceData(
    api => api.reviews.getDrafts(review.id),
    [review.id, review.changedAt],
  );
  const { planned, entityRef } = review.subject;
  const owner = planned ? review.entity.entityRef : entityRef;
  const summary = usePerformanceData(
    api => api.getEntitySummary(owner),
    [owner],
  );
  const mayDefine = summary.value?.may.define === true;
  return (
    <Panel
      title="Budgets and SLOs from the answers"
      actions={
        data.value &&
        data.value.count > 0 && (
          <Button
            size="small"
            startIcon={<GetAppIcon />}
            onClick={() =>
              data.value &&
              downloadText('performance.yaml', data.value.yaml, 'text/yaml')
            }
          >
            Save as a file
          </Button>
        )
      }
    >
      <Loaded data={data} height={240}>
        {({ yaml, count }) =>
          count === 0 ? (
            <Typography variant="body2">
              Answers with numbers, such as the expected response time, become
              drafts of budgets and SLOs here. None of them is given yet.
            </Typography>
          ) : (
            <>
              <Typography paragraph variant="body2">
                Drafts, of which nothing is in force. Put them in{' '}
                <code>performance.yaml</code> beside{' '}
                <code>catalog-info.yaml</code>
                {mayDefine
                  ? ', or open one in the editor and save it there.'
                  : '. Whoever sets limits for it can save them in the editor, too.'}
              </Typography>
              {splitDocuments(yaml).map(({ title, text }) => (
                <div key={title}>
                  <CommandSnippet label={title} text={text} />
                  {mayDefine && (
                    <Button
                      size="small"
                      variant="outlined"
                      aria-label={`Open in the editor: ${title}`}
                      onClick={() =>
                        navigate(
                          `${links.newDefinition()}?${new URLSearchParams({
                            entityRef: owner,
                          })}`,
                          { state: { content: text } },
                        )
                      }
                    >
                      Open in the editor
                    </Button>
                  )}
                </div>
              ))}
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
