export { StateIcon } from './StateIcon';
export { StateLabel } from './StateLabel';
