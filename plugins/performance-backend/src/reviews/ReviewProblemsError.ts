import { ConflictError } from '@backstage/errors';
import { components } from '@perf-governance/plugin-performance-common';

type Schemas = components['schemas'];

/** A review that can't be put to a status yet; the answer to the request holds why. */
export class ReviewProblemsError extends ConflictError {
  constructor(readonly problems: Schemas['ReviewProblem'][]) {
    super(
      `It can't be published yet: ${problems
        .map(({ message }) => message)
        .join(' ')}`,
    );
  }
}
