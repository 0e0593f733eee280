import { Link, MarkdownContent } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  Guide,
  Panel,
  usePerformanceData,
  usePerformanceLinks,
} from '@perf-governance/plugin-performance-react';
import { useLocation, useParams } from 'react-router-dom';
import { BackLink } from '../page/BackLink';
import { Loaded } from '../page/Loaded';

const HEIGHT = 480;

const useStyles = makeStyles(theme => ({
  text: {
    // Lines of about eighty characters are the easiest to read.
    maxWidth: '46rem',
    // A table that is wider than the screen scrolls by itself, with its words whole.
    '& table': { display: 'block', overflowX: 'auto', border: 0 },
    '& th': { textAlign: 'left', verticalAlign: 'bottom' },
    '& td': {
      padding: theme.spacing(1),
      lineHeight: 1.43,
      wordBreak: 'normal',
      overflowWrap: 'normal',
      verticalAlign: 'top',
      minWidth: '7rem',
    },
    '& tr:last-child td': {
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    '& pre': { overflowX: 'auto' },
    '& :not(pre) > code': { overflowWrap: 'anywhere' },
    '& td > code': { overflowWrap: 'normal' },
  },
}));

/** One of the guidelines that come with the plugin. */
export function GuidePage() {
  const { guide = '' } = useParams();
  const { state } = useLocation();
  const links = usePerformanceLinks();
  const data = usePerformanceData(api => api.getGuide(guide), [guide]);
  const from: unknown = state?.from;
  return (
    <>
      {typeof from === 'string' ? (
        <BackLink to={from}>Back to where it was named</BackLink>
      ) : (
        <BackLink to={links.scorecards()}>Scorecards</BackLink>
      )}
      <Loaded
        data={data}
        height={HEIGHT}
        missing={{
          title: `There is no guide ‘${guide}’`,
          children: (
            <>
              Guides come with the plugin, and a newer version may have renamed
              this one.{' '}
              <Link to={links.guide('index')} underline="always">
                All guides
              </Link>
            </>
          ),
        }}
      >
        {found => <Contents guide={found} />}
      </Loaded>
    </>
  );
}

function Contents(props: { guide: Guide }) {
  const classes = useStyles();
  const links = usePerformanceLinks();
  return (
    <Panel>
      <article className={classes.text}>
        <MarkdownContent
          content={props.guide.markdown}
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
