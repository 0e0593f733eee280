export { ViewNav } from './ViewNav';
export type { ViewNavProps } from './ViewNav';
