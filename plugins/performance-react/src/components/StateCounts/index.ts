export { StateCountFilter } from './StateCountFilter';
export { StateCountList } from './StateCountList';
