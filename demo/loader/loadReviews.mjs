import { dayFrom } from './loadFindings.mjs';

const ARCHITECT = 'user:default/anders.lindqvist';

/** A choice, a list of choices, or a number, as the API takes it. */
function answerOf(value) {
  if (typeof value === 'string') {
    return { choices: [value] };
  }
  if (typeof value === 'number') {
    return { number: value };
  }
  return Array.isArray(value) ? { choices: value } : value;
}

async function answer(api, path, { answeredBy, answers, template }) {
  const person = await api.as(answeredBy);
  const { templateSpec } = await person.get(path);
  const questions = templateSpec.areas.flatMap(area => area.questions);
  for (const [question, value] of Object.entries(answers)) {
    const asked = questions.find(({ name }) => name === question);
    if (!asked) {
      throw new Error(`${template} doesn't ask about ${question}`);
    }
    const given = asked.type === 'text' ? { text: value } : answerOf(value);
    await person.send('PUT', `${path}/answers/${question}`, {
      version: 0,
      answer: given,
    });
  }
}

async function put(person, path, change) {
  const { version } = await person.get(path);
  await person.send('POST', `${path}/status`, { version, ...change });
}

/** Hands it in and publishes it, as far as it got. */
async function advance(api, path, review) {
  const { answeredBy, status, note, secondsToNextReview } = review;
  if (status === 'draft') {
    return;
  }
  const isPublished = status === 'published';
  await put(await api.as(answeredBy), path, {
    status: 'in-review',
    note: isPublished ? undefined : note,
  });
  if (isPublished) {
    await put(await api.as(ARCHITECT), path, {
      status,
      note,
      nextReviewAt:
        secondsToNextReview === undefined
          ? undefined
          : new Date(Date.now() + secondsToNextReview * 1000).toISOString(),
    });
  }
}

async function settleRisks(architect, path, risks, now) {
  for (const [risk, { finding, dismissed }] of Object.entries(risks)) {
    if (finding) {
      const { due, ...words } = finding;
      await architect.send('POST', `${path}/risks/${risk}/finding`, {
        ...words,
        dueDate: dayFrom(now, due),
      });
    } else {
      await architect.send('POST', `${path}/risks/${risk}/dismissal`, {
        reason: dismissed,
      });
    }
  }
}

async function loadReview(api, review, now) {
  const { subject, template, title, reviewers } = review;
  const { comments = [], risks = {}, afterwards } = review;
  const architect = await api.as(ARCHITECT);
  const { id } = await architect.send('POST', '/reviews', {
    ...{ subject, template, title, reviewers },
  });
  const path = `/reviews/${id}`;
  await answer(api, path, review);
  for (const { by, ...comment } of comments) {
    const person = await api.as(by);
    await person.send('POST', `${path}/comments`, comment);
  }
  await advance(api, path, review);
  await settleRisks(architect, path, risks, now);
  if (afterwards) {
    const person = await api.as(afterwards.by);
    await person.send('POST', '/definitions', {
      content: afterwards.definition,
      entityRef: subject.entityRef,
    });
  }
}

/**
 * Holds the architecture reviews, one after the other so that numbers are the same each time. Those
 * that are there already are left as they are.
 */
export async function loadReviews(api, reviews, now) {
  const architect = await api.as(ARCHITECT);
  const known = await architect.list('/reviews');
  for (const review of reviews) {
    const isThere = known.some(
      ({ subject, template }) =>
        subject.entityRef === review.subject.entityRef &&
        template.name === review.template,
    );
    if (!isThere) {
      await loadReview(api, review, now);
    }
  }
}
