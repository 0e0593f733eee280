import type {
  components,
  operations,
} from '@perf-governance/plugin-performance-common';

type Schemas = components['schemas'];

/** The query parameters of an operation. */
type Query<Operation extends keyof operations> = NonNullable<
  operations[Operation]['parameters']['query']
>;

/** The JSON body of a request. */
type Input<
  Operation extends {
    requestBody?: { content: { 'application/json': unknown } };
  },
> = NonNullable<Operation['requestBody']>['content']['application/json'];

/** @public */
export type Finding = Schemas['Finding'];
/** @public */
export type FindingDetail = Schemas['FindingDetail'];
/** How what a finding is bound to stands. @public */
export type FindingBindingStatus = Schemas['FindingBinding'];
/** @public */
export type FindingComment = Schemas['FindingComment'];
/** @public */
export type FindingEvent = Schemas['FindingEvent'];
/** @public */
export type FindingSummary = Schemas['FindingSummary'];
/** @public */
export type FindingSettings = Schemas['FindingSettings'];
/** @public */
export type FindingImport = Schemas['FindingImport'];
/** An issue outside that is kept in step with a finding. @public */
export type FindingIssue = Schemas['FindingIssue'];

/** @public */
export type FindingsQuery = Query<'listFindings'>;
/** What a list, a summary and a file of findings can be narrowed down by. @public */
export type FindingFilters = Query<'summariseFindings'>;

/** @public */
export type NewFinding = Schemas['NewFinding'];
/** @public */
export type FindingUpdate = Input<operations['updateFinding']>;
/** @public */
export type FindingStatusChange = Input<operations['changeFindingStatus']>;
/** What a finding is bound to. @public */
export type FindingBindingInput = Input<operations['bindFinding']>;
/** @public */
export type FindingIssueInput = Input<operations['linkFindingIssue']>;
/** @public */
export type FindingClosureDecision = Input<operations['decideFindingClosure']>;
/** What is changed of several findings at once. @public */
export type FindingsChange = Input<operations['changeFindings']>['change'];

/** @public */
export type FindingsPage =
  operations['listFindings']['responses'][200]['content']['application/json'];
/** @public */
export type FindingChangeOutcome =
  operations['changeFindings']['responses'][200]['content']['application/json']['items'][number];
