export { Chart } from './Chart';
export type { ChartData, ChartLine, ChartMarker } from './ChartTable';
