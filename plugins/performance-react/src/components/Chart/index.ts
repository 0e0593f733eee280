export { Chart } from './Chart';
export type {
  ChartBand,
  ChartData,
  ChartLine,
  ChartMarker,
} from './ChartTable';
export { ChartErrorBoundary } from './ChartErrorBoundary';
