export { WaivedIcon } from './WaivedIcon';
export { WaivedLabel } from './WaivedLabel';
