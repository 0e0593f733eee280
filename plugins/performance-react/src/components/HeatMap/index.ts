export { HeatMap } from './HeatMap';
export type { HeatMapRow, HeatMapCell } from './HeatMap';
