import { ResponseError } from '@backstage/errors';

/** The backend doesn't tell what may not be seen from what isn't there. */
export function isHidden(error: Error): boolean {
  return (
    error instanceof ResponseError &&
    (error.statusCode === 403 || error.statusCode === 404)
  );
}
