import {
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { AccessControl } from '../access/Access';
import { CatalogProjection } from '../catalog/CatalogProjection';
import { EntityStore } from '../catalog/EntityStore';
import { DefinitionRegistry } from '../definitions/DefinitionRegistry';
import { EvaluationService } from '../evaluation/EvaluationService';
import { FindingDesk } from '../findings/FindingDesk';
import { RunAccess } from '../runs/RunAccess';
import { SloReader } from '../slos/SloReader';
import { VerdictReader } from '../verdicts/VerdictReader';
import { AnswerDesk } from './AnswerDesk';
import { DatabaseReviewAttachmentStore } from './DatabaseReviewAttachmentStore';
import { DatabaseReviewCommentStore } from './DatabaseReviewCommentStore';
import { DatabaseReviewMilestoneStore } from './DatabaseReviewMilestoneStore';
import { EvidenceChecker } from './EvidenceChecker';
import { ReviewAccess } from './ReviewAccess';
import { ReviewDeletion } from './ReviewDeletion';
import { ReviewDesk } from './ReviewDesk';
import { ReviewEventStore } from './ReviewEventStore';
import { ReviewListener } from './ReviewListener';
import { ReviewMilestones } from './ReviewMilestones';
import { ReviewPresenter } from './ReviewPresenter';
import { ReviewStaleness } from './ReviewStaleness';
import { ReviewStore } from './ReviewStore';
import { ReviewSubjects } from './ReviewSubjects';
import { ReviewTemplates } from './ReviewTemplates';
import { RiskDesk } from './RiskDesk';
import { TemplateMove } from './TemplateMove';

/** Puts together what conducts reviews. */
export function createReviews(options: {
  knex: Knex;
  accessControl: AccessControl;
  catalogProjection: CatalogProjection;
  definitions: DefinitionRegistry;
  entities: EntityStore;
  evaluation: EvaluationService;
  events: ReviewEventStore;
  findingDesk: FindingDesk;
  httpAuth: HttpAuthService;
  listeners: ReviewListener[];
  reviews: ReviewStore;
  runAccess: RunAccess;
  sloReader: SloReader;
  staleness: ReviewStaleness;
  userInfo: UserInfoService;
  verdictReader: VerdictReader;
  clock: () => Date;
}) {
  const { knex, accessControl, clock, definitions, entities } = options;
  const { evaluation, events, listeners, reviews, staleness } = options;
  const attachments = new DatabaseReviewAttachmentStore(knex);
  const comments = new DatabaseReviewCommentStore(knex);
  const milestoneStore = new DatabaseReviewMilestoneStore(knex);
  const milestones = new ReviewMilestones({
    milestones: milestoneStore,
    comments,
    events,
  });
  const templates = new ReviewTemplates(definitions);
  const access = new ReviewAccess({
    accessControl,
    reviews,
    entities,
    httpAuth: options.httpAuth,
    userInfo: options.userInfo,
  });
  const templateMove = new TemplateMove({
    knex,
    reviews,
    templates,
    milestones,
    events,
    clock,
  });
  return {
    answerDesk: new AnswerDesk({
      knex,
      reviews,
      events,
      staleness,
      definitions,
      evaluation,
      clock,
    }),
    evidenceChecker: new EvidenceChecker({
      accessControl,
      runAccess: options.runAccess,
      sloReader: options.sloReader,
      verdictReader: options.verdictReader,
      attachments,
    }),
    reviewAccess: access,
    reviewAttachmentStore: attachments,
    reviewCommentStore: comments,
    reviewDesk: new ReviewDesk({
      knex,
      reviews,
      events,
      milestones,
      staleness,
      definitions,
      evaluation,
      listeners,
      clock,
    }),
    reviewDeletion: new ReviewDeletion({
      knex,
      reviews,
      findingDesk: options.findingDesk,
      evaluation,
    }),
    reviewEventStore: events,
    reviewMilestones: milestones,
    reviewMilestoneStore: milestoneStore,
    reviewPresenter: new ReviewPresenter({
      access,
      reviews,
      entities,
      attachments,
      comments,
      milestones: milestoneStore,
      templateMove,
      clock,
    }),
    reviewStore: reviews,
    reviewSubjects: new ReviewSubjects({
      accessControl,
      projection: options.catalogProjection,
      templates,
    }),
    reviewTemplates: templates,
    riskDesk: new RiskDesk({
      knex,
      reviews,
      events,
      findingDesk: options.findingDesk,
      clock,
    }),
    templateMove,
  };
}
