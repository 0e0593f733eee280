import { ConflictError } from '@backstage/errors';
import { components } from '@perf-governance/plugin-performance-common';

type Schemas = components['schemas'];

/** An answer that somebody changed meanwhile; the answer to the request holds it as it is now. */
export class ReviewAnswerConflictError extends ConflictError {
  constructor(message: string, readonly current: Schemas['ReviewAnswer']) {
    super(message);
  }
}
