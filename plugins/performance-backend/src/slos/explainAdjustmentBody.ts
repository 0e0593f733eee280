import { InputError } from '@backstage/errors';
import { Handler } from 'express';
import { spec } from '../schema/openapi.generated';

/** One of several shapes that an object may have, told apart by its type. */
interface Variant {
  required: readonly string[];
  properties: { type: { enum: readonly string[] } };
}

const { SloAdjustmentScope, SloAdjustmentTimes } = spec.components.schemas;

/**
 * Says what a new adjustment lacks: checked against its description, all that could be said of a scope or
 * of times is that they are none of several.
 *
 * @throws InputError where the type is none, or a field doesn't go with it.
 */
export const explainAdjustmentBody: Handler = (req, _res, next) => {
  if (req.method === 'POST' && req.path === '/slo-adjustments') {
    const { scope, times } = Object(req.body);
    expectVariant('scope', scope, SloAdjustmentScope.oneOf);
    expectVariant('times', times, SloAdjustmentTimes.oneOf);
  }
  next();
};

function expectVariant(
  name: string,
  value: unknown,
  variants: readonly Variant[],
): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  const { type } = value as { type?: unknown };
  const variant = variants.find(({ properties }) =>
    properties.type.enum.some(known => known === type),
  );
  if (!variant) {
    const types = variants.flatMap(({ properties }) => properties.type.enum);
    throw new InputError(
      `\`${name}\` must have a \`type\`, one of ${types.join(', ')}${
        type === undefined ? '' : `, not ${JSON.stringify(type)}`
      }`,
    );
  }
  const missing = variant.required.find(field => !(field in value));
  if (missing !== undefined) {
    throw new InputError(
      `\`${name}\` of the type ${type} lacks the field \`${missing}\``,
    );
  }
  const fields = Object.keys(variant.properties);
  const unknown = Object.keys(value).find(field => !fields.includes(field));
  if (unknown !== undefined) {
    throw new InputError(
      `\`${name}\` of the type ${type} has no field \`${unknown}\`, but ${fields.join(
        ', ',
      )}`,
    );
  }
}
