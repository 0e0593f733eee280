import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { ResponseError } from '@backstage/errors';
import { useApi } from '@backstage/core-plugin-api';
import { ReviewAnswer } from '@perf-governance/plugin-performance-common';
import {
  performanceApiRef,
  ReviewAnswerInput,
  ReviewAnswerRecord,
  ReviewAnswerResult,
  ReviewDetail,
} from '@perf-governance/plugin-performance-react';
import useLatest from 'react-use/esm/useLatest';
import { AnswerAutosave, SavedAnswer } from './AnswerAutosave';

const TYPING_PAUSE_MS = 800;
const RETRY_MS = 15_000;

/** What the backend asks of a reason. */
const MIN_REASON = 3;

function savedAnswerOf(record: ReviewAnswerRecord): SavedAnswer {
  const { version, by, at, confirmed, ...answer } = record;
  return { answer, version, by, at };
}

/** The answer as it is now, which the backend sends along when it refuses an older version. */
function theirsOf(error: unknown): SavedAnswer | undefined {
  if (!(error instanceof ResponseError) || error.statusCode !== 409) {
    return undefined;
  }
  const { current }: { current?: ReviewAnswerRecord } = Object(error.cause);
  return current && savedAnswerOf(current);
}

function isComplete({ notApplicable }: ReviewAnswer): boolean {
  return (
    notApplicable === undefined || notApplicable.trim().length >= MIN_REASON
  );
}

function inputOf(answer: ReviewAnswer): ReviewAnswerInput {
  const { question, choices, evidence, ...rest } = answer;
  return {
    ...rest,
    ...(choices && choices.length > 0 && { choices }),
    ...(evidence && evidence.length > 0 && { evidence }),
  };
}

/** A review's answers, saved while they are written, and what they do to the review. */
export function useAnswers(review: ReviewDetail) {
  const api = useApi(performanceApiRef);
  const { id } = review;
  const [latest, setLatest] = useState<{
    review: ReviewDetail;
    result: ReviewAnswerResult;
  }>();

  const current = useLatest(review);
  const autosave = useMemo(
    () =>
      new AnswerAutosave({
        key: `performance-review-${id}`,
        save: async (answer, version) => {
          const result = await api.reviews.answer(
            id,
            answer.question,
            version,
            inputOf(answer),
          );
          setLatest({ review: current.current, result });
          return savedAnswerOf(result.answer);
        },
        theirsOf,
        isComplete,
        storage: window.sessionStorage,
        pauseMilliseconds: TYPING_PAUSE_MS,
        retryMilliseconds: RETRY_MS,
      }),
    [api, id, current],
  );
  useSyncExternalStore(autosave.subscribe, autosave.getRevision);

  // Before anything is painted, so that no answered question looks unanswered.
  useLayoutEffect(() => {
    autosave.receive(review.answers.map(savedAnswerOf), review.changedAt);
  }, [autosave, review]);

  useEffect(() => {
    const flush = () => autosave.flush();
    const warn = (event: BeforeUnloadEvent) => {
      autosave.flush();
      if (autosave.listUnsaved().length > 0) {
        event.preventDefault();
      }
    };
    autosave.start();
    window.addEventListener('online', flush);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', flush);
      window.removeEventListener('beforeunload', warn);
      autosave.stop();
    };
  }, [autosave]);

  // What a later reading of the review says is newer still.
  const live = latest?.review === review ? latest.result : undefined;
  return {
    autosave,
    progress: live?.progress ?? review.progress,
    raisedRisks: live?.risks ?? review.raisedRisks,
    problems: live?.problems ?? review.problems,
  };
}

/** What {@link useAnswers} returns. */
export type Answers = ReturnType<typeof useAnswers>;
