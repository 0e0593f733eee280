export { VerdictTable } from './VerdictTable';
export type { VerdictTableProps } from './VerdictTable';
