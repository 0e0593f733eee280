import { stopEverything } from './stopEverything';

/** Jest's `globalTeardown`. */
export default stopEverything;
