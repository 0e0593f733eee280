export { defaultRunType } from './defaultRunType';
