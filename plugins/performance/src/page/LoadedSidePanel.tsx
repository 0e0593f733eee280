import { ReactNode } from 'react';
import {
  PerformanceApi,
  usePerformanceData,
} from '@perf-governance/plugin-performance-react';
import { Loaded } from './Loaded';
import { SidePanel } from './SidePanel';

const HEIGHT = 320;

/** Details of one of a list's items, read when it is chosen, beside the list. */
export function LoadedSidePanel<T>(props: {
  label: string;
  /** Open while given. */
  id: string | undefined;
  load: (api: PerformanceApi, id: string) => Promise<T>;
  onClose: () => void;
  children: (value: T) => ReactNode;
}) {
  const { label, id, load, onClose, children } = props;
  return (
    <SidePanel label={label} open={id !== undefined} onClose={onClose}>
      {id !== undefined && (
        <Contents key={id} id={id} load={load}>
          {children}
        </Contents>
      )}
    </SidePanel>
  );
}

function Contents<T>(props: {
  id: string;
  load: (api: PerformanceApi, id: string) => Promise<T>;
  children: (value: T) => ReactNode;
}) {
  const { id, load, children } = props;
  const data = usePerformanceData(api => load(api, id), [id]);
  return (
    <Loaded data={data} height={HEIGHT}>
      {children}
    </Loaded>
  );
}
