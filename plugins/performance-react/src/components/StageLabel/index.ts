export { StageLabel } from './StageLabel';
