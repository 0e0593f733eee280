import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';

/** Does a write and records who asked for it and how it ended. */
export async function audited<T>(
  auditor: AuditorService,
  event: AuditorServiceCreateEventOptions,
  write: () => Promise<T>,
  describe?: (result: T) => JsonObject,
): Promise<T> {
  const auditEvent = await auditor.createEvent({
    severityLevel: 'medium',
    ...event,
  });
  let result: T;
  try {
    result = await write();
  } catch (error) {
    assertError(error);
    await auditEvent.fail({ error });
    throw error;
  }
  await auditEvent.success({ meta: describe?.(result) });
  return result;
}
