import { ReactNode } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Panel,
  PerformanceData,
} from '@perf-governance/plugin-performance-react';
import { isHidden } from './isHidden';

/** What was asked for, once it is there; its outline until then, or why it isn't. */
export function Loaded<T>(props: {
  data: Pick<PerformanceData<T>, 'value' | 'error'>;
  /** Of what comes below the title, in pixels; keeps the layout still. */
  height: number;
  /** Said where there is none that the caller may see. */
  missing?: { title: string; children: ReactNode };
  children: (value: T) => ReactNode;
}) {
  const { data, height, missing, children } = props;
  if (data.error) {
    return missing && isHidden(data.error) ? (
      <Panel title={missing.title}>{missing.children}</Panel>
    ) : (
      <ResponseErrorPanel error={data.error} />
    );
  }
  if (data.value === undefined) {
    return (
      <>
        <Skeleton width="40%" height={40} />
        <Skeleton width="60%" />
        <Skeleton variant="rect" height={height} style={{ marginTop: 16 }} />
      </>
    );
  }
  return <>{children(data.value)}</>;
}
