import { JsonObject } from '@backstage/types';
import { DefinitionKind } from '../model';
import { budgetSchema } from './budgetSchema';
import { checkDefinitionSchema } from './checkDefinitionSchema';
import { errorBudgetPolicySchema } from './errorBudgetPolicySchema';
import { goalSchema } from './goalSchema';
import { journeySchema } from './journeySchema';
import { policySchema } from './policySchema';
import { reviewTemplateSchema } from './reviewTemplateSchema';
import { scorecardSchema } from './scorecardSchema';
import { sloSchema } from './sloSchema';

/**
 * The JSON Schemas (draft-07) of definitions as users write them, by kind.
 *
 * @public
 */
export const DEFINITION_SCHEMAS: Readonly<Record<DefinitionKind, JsonObject>> =
  {
    Budget: budgetSchema,
    Journey: journeySchema,
    Check: checkDefinitionSchema,
    Scorecard: scorecardSchema,
    Policy: policySchema,
    Goal: goalSchema,
    SLO: sloSchema,
    ErrorBudgetPolicy: errorBudgetPolicySchema,
    ReviewTemplate: reviewTemplateSchema,
  };

/**
 * All kinds of definitions.
 *
 * @public
 */
export const DEFINITION_KINDS = Object.keys(
  DEFINITION_SCHEMAS,
) as readonly DefinitionKind[];
