export { StateCountFilter } from './StateCountFilter';
