import {
  MarkdownContent,
  Progress,
  ResponseErrorPanel,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  Panel,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { useParams } from 'react-router-dom';

const useStyles = makeStyles({
  // Lines of about eighty characters are the easiest to read.
  text: { maxWidth: '46rem' },
});

/** One of the guidelines that come with the plugin. */
export function GuidePage() {
  const { guide = '' } = useParams();
  const classes = useStyles();
  const links = usePerformanceLinks();
  const { value, error } = usePerformanceData(
    api => api.getGuide(guide),
    [guide],
  );
  if (error) {
    return <ResponseErrorPanel error={error} />;
  }
  if (!value) {
    return <Progress />;
  }
  return (
    <Panel>
      <article className={classes.text}>
        <MarkdownContent
          content={value.markdown}
          dialect="gfm"
          transformLinkUri={uri => {
            const other = /^(?:\.\/)?([a-z0-9-]+)\.md$/.exec(uri);
            return other ? links.guide(other[1]) : uri;
          }}
        />
      </article>
    </Panel>
  );
}
