import { CustomErrorBase } from '@backstage/errors';

/** Something that a tracker of issues refused, or didn't answer. */
export class IssueFailure extends CustomErrorBase {
  name = 'IssueFailure' as const;
  /** Whether the same request may succeed later. */
  readonly passing: boolean;
  /** When the tracker wants to be asked again, at the earliest. */
  readonly retryAt?: Date;

  constructor(message: string, options: { passing: boolean; retryAt?: Date }) {
    super(message);
    this.passing = options.passing;
    this.retryAt = options.retryAt;
  }
}
