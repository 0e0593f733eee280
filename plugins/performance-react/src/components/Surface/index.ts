export { Panel } from './Panel';
export { Surface } from './Surface';
