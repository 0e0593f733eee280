import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderFixtureEntity, renderFixturePage } from '../../dev/fixtures';

beforeEach(() => window.sessionStorage.clear());

/** The panel with the question and its answer. */
function question(name: string) {
  return screen.findByRole('article', { name });
}

describe('the list of reviews', () => {
  it('tells how each stands, and asks the server to narrow it down', async () => {
    const requests = renderFixturePage('/performance/reviews');

    const table = await screen.findByRole('table', { name: 'Reviews' });
    const published = (
      await within(table).findByRole('link', {
        name: 'Service architecture of search',
      })
    ).closest('tr');
    expect(published).toHaveTextContent('Published');
    expect(published).toHaveTextContent('1 stale');
    expect(published).toHaveTextContent('Overdue');
    expect(published).toHaveTextContent('3 of 4');
    expect(published).toHaveTextContent('1 undecided');
    expect(
      within(table)
        .getByRole('link', { name: 'Service architecture of Gift cards' })
        .closest('tr'),
    ).toHaveTextContent('Gift cards, planned within');

    const overdue = screen.getByRole('button', { name: 'Overdue' });
    expect(overdue).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(overdue);
    await waitFor(() => expect(requests.at(-1)).toContain('overdue=true'));
    expect(overdue).toHaveAttribute('aria-pressed', 'true');
    await waitFor(() =>
      expect(within(table).getAllByRole('row')).toHaveLength(2),
    );
  });

  it('begins a review of something that is not built yet', async () => {
    const requests = renderFixturePage('/performance/reviews');

    await userEvent.click(
      await screen.findByRole('button', { name: 'New review' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'New review' });
    const begin = within(dialog).getByRole('button', { name: 'Begin' });
    expect(begin).toBeDisabled();
    // Whoever begins it takes part, unless they say otherwise.
    const me = await within(dialog).findByRole('button', { name: 'guest' });
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: 'Reviewers' }),
      '{Backspace}',
    );
    expect(me).not.toBeInTheDocument();

    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Not built yet' }),
    );
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Name/ }),
      'Gift cards',
    );
    expect(dialog).toHaveTextContent('component:default/gift-cards');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Part of/ }),
      'check',
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /checkout/ }),
    );
    await userEvent.click(
      await within(dialog).findByRole('radio', {
        name: /Service architecture/,
      }),
    );
    expect(dialog).toHaveTextContent(
      '4 questions, again after 180 days, version 2.0Calls to othersLoad',
    );
    await userEvent.click(begin);

    await waitFor(() => expect(requests).toContain('POST /reviews'));
    expect(
      await screen.findByRole('heading', {
        name: 'Service architecture of checkout',
      }),
    ).toBeVisible();
  });
});

describe('a review', () => {
  it('begins with what is still to be answered, and says how far it is', async () => {
    renderFixturePage('/performance/reviews/4');

    expect(await question('What is done when a call fails?')).toHaveTextContent(
      'Calls to others · 2 of 4',
    );
    const nav = screen.getByRole('navigation', { name: 'Questions' });
    expect(nav).toHaveTextContent('Calls to others1 of 2');
    expect(nav).toHaveTextContent('Load0 of 2');
    expect(
      within(nav).getByRole('button', {
        name: 'answered Which calls have a timeout?',
      }),
    ).toBeVisible();
  });

  it('saves an answer while it is given, and shows the risk it raises', async () => {
    const requests = renderFixturePage(
      '/performance/reviews/4?question=timeouts',
    );

    const card = await question('Which calls have a timeout?');
    expect(within(card).getByText('without').tagName).toBe('STRONG');
    expect(
      within(card).getByRole('radio', { name: 'All of them' }),
    ).toBeChecked();
    await userEvent.click(
      within(card).getByRole('radio', { name: /Some of them/ }),
    );
    expect(within(card).getByText('Saving…')).toBeVisible();

    expect(await within(card).findByText(/^Saved \d\d:\d\d$/)).toBeVisible();
    expect(requests).toContain('PUT /reviews/4/answers/timeouts');
    expect(
      within(card).getByRole('heading', { name: 'Calls without a timeout' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Risks (1)' })).toBeVisible();
    expect(card).toHaveTextContent('Answered by me');
  });

  it('goes on to the next question from the keyboard, and saves on the way', async () => {
    const requests = renderFixturePage(
      '/performance/reviews/4?question=response-time',
    );

    const card = await question('How quick must it answer?');
    const field = within(card).getByRole('textbox', {
      name: 'How quick must it answer? ms',
    });
    await userEvent.type(field, 'soon');
    expect(card).toHaveTextContent('A number, such as 250 or 0.5');
    expect(requests.join('\n')).not.toContain('PUT');
    await userEvent.clear(field);
    await userEvent.type(field, '250{Control>}{Enter}{/Control}');

    expect(
      await screen.findByRole('heading', {
        name: 'How is the next peak prepared for?',
      }),
    ).toHaveFocus();
    await waitFor(() =>
      expect(requests).toContain('PUT /reviews/4/answers/response-time'),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(
      await screen.findByRole('textbox', {
        name: 'How quick must it answer? ms',
      }),
    ).toHaveValue('250');
  });

  it('does not take ‘doesn’t apply’ without a reason', async () => {
    const requests = renderFixturePage(
      '/performance/reviews/4?question=response-time',
    );

    const card = await question('How quick must it answer?');
    await userEvent.click(
      within(card).getByRole('checkbox', { name: 'Doesn’t apply here' }),
    );
    expect(
      within(card).getByText('Saved once there is a reason'),
    ).toBeVisible();
    expect(
      within(card).queryByRole('textbox', { name: /How quick/ }),
    ).not.toBeInTheDocument();
    await userEvent.type(
      within(card).getByRole('textbox', { name: /Why it doesn’t apply/ }),
      'A batch job',
    );
    expect(await within(card).findByText(/^Saved \d/)).toBeVisible();
    expect(
      requests.filter(request => request.startsWith('PUT')).length,
    ).toBeGreaterThan(0);
  });

  it('says what could not be saved, until it is', async () => {
    renderFixturePage('/performance/reviews/4?question=peak');

    const card = await question('How is the next peak prepared for?');
    await userEvent.type(
      within(card).getByRole('textbox', {
        name: 'How is the next peak prepared for?',
      }),
      'in vain',
    );
    expect(
      await within(card).findByText(/Couldn’t save: The database is away/),
    ).toBeVisible();
    expect(
      screen.getByText(/One answer isn’t saved/, { exact: false }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Hand in' })).toBeDisabled();

    await userEvent.click(within(card).getByRole('button', { name: 'Retry' }));
    expect(await within(card).findByText(/^Saved \d/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Hand in' })).toBeEnabled();
    expect(screen.queryByText(/One answer isn’t saved/)).toBeNull();
  });

  it('shows what somebody else answered meanwhile beside one’s own', async () => {
    renderFixturePage('/performance/reviews/4?question=fallbacks');

    const card = await question('What is done when a call fails?');
    await userEvent.click(
      within(card).getByRole('checkbox', { name: 'Retry' }),
    );
    const conflict = await within(card).findByRole('alert', {
      name: 'Two answers',
    });
    expect(conflict).toHaveTextContent(/anna.*changed this answer/);
    expect(conflict).toHaveTextContent(
      /Theirs.*Answer from a cache.*Yours.*Retry/,
    );

    await userEvent.click(
      within(conflict).getByRole('button', { name: 'Take theirs' }),
    );
    await waitFor(() =>
      expect(
        within(card).getByRole('checkbox', { name: 'Answer from a cache' }),
      ).toBeChecked(),
    );
    expect(
      within(card).getByRole('checkbox', { name: 'Retry' }),
    ).not.toBeChecked();
  });

  it('shows comments without what would run', async () => {
    const requests = renderFixturePage(
      '/performance/reviews/4?question=timeouts',
    );

    const card = await question('Which calls have a timeout?');
    const comments = await within(card).findByRole('list', {
      name: 'Comments',
    });
    expect(within(comments).getByText('pay').tagName).toBe('STRONG');
    expect(document.querySelector('article script')).toBeNull();

    await userEvent.click(within(card).getByRole('button', { name: 'Reply' }));
    await userEvent.type(
      within(card).getByRole('textbox', { name: 'Comment' }),
      'Yes, that one',
    );
    await userEvent.click(
      within(card).getByRole('button', { name: 'Comment' }),
    );
    expect(await within(card).findByText('Yes, that one')).toBeVisible();
    expect(requests).toContain('POST /reviews/4/comments');
  });

  it('takes evidence from runs, links and files', async () => {
    const requests = renderFixturePage(
      '/performance/reviews/4?question=timeouts',
    );
    const card = await question('Which calls have a timeout?');

    await userEvent.click(
      within(card).getByRole('button', { name: 'Add evidence' }),
    );
    let dialog = await screen.findByRole('dialog', { name: 'Add evidence' });
    const [newest] = await within(dialog).findAllByRole('radio');
    await userEvent.click(newest);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(
      within(within(card).getByRole('list', { name: 'Evidence' })).getByRole(
        'link',
      ),
    ).toHaveAttribute('href', '/performance/runs/run-0');

    await userEvent.click(
      within(card).getByRole('button', { name: 'Add evidence' }),
    );
    dialog = await screen.findByRole('dialog', { name: 'Add evidence' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Link' }));
    const address = within(dialog).getByRole('textbox', { name: /Address/ });
    await userEvent.type(address, 'ftp://files.example/adr');
    expect(within(dialog).getByRole('button', { name: 'Add' })).toBeDisabled();
    await userEvent.clear(address);
    await userEvent.type(address, 'https://example.com/adr/7');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add' }));
    expect(
      await within(card).findByRole('link', {
        name: /https:\/\/example.com\/adr\/7/,
      }),
    ).toBeVisible();
    await waitFor(() =>
      expect(requests).toContain('PUT /reviews/4/answers/timeouts'),
    );
  });

  it('takes what is typed after asking to write', async () => {
    renderFixturePage('/performance/reviews/4?question=timeouts');
    const card = await question('Which calls have a timeout?');
    await userEvent.click(
      within(card).getByRole('button', { name: 'Add notes' }),
    );
    await userEvent.keyboard('Since May');
    expect(within(card).getByRole('textbox', { name: 'Notes' })).toHaveValue(
      'Since May',
    );
    await userEvent.click(
      within(card).getByRole('button', { name: /^(Comment|Reply)$/ }),
    );
    await userEvent.keyboard('Why?');
    expect(within(card).getByRole('textbox', { name: 'Comment' })).toHaveValue(
      'Why?',
    );
  });

  it('lists what keeps it from being published', async () => {
    renderFixturePage('/performance/reviews/5');

    expect(
      await screen.findByRole('link', {
        name: '‘How quick must it answer?’ isn’t answered.',
      }),
    ).toHaveAttribute(
      'href',
      '/performance/reviews/5?view=questions&question=response-time',
    );
    expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Send back' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Send the review back',
    });
    expect(
      within(dialog).getByRole('button', { name: 'Send back' }),
    ).toBeDisabled();
  });

  it('shows what is new in the template before moving there', async () => {
    const requests = renderFixturePage('/performance/reviews/4');

    await userEvent.click(
      await screen.findByRole('button', { name: 'See what is new' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'From version 2.0 to 3.0 of the template',
    });
    expect(dialog).toHaveTextContent('New: What waits in queues?');
    expect(dialog).toHaveTextContent(
      'Changed: Which calls have a timeout?‘All of them’ is goneIts answer doesn’t fit any more',
    );
    const gone = within(dialog)
      .getByText('Its answer stays in milestones and history.')
      .closest('ul')!.parentElement!;
    expect(gone).toHaveTextContent('Gone: Are failed calls repeated?');
    expect(gone).not.toHaveTextContent('has to be given again');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Move the review' }),
    );
    await waitFor(() =>
      expect(requests).toContain('POST /reviews/4/template-update'),
    );
  });

  it('can only be read by who may do nothing else', async () => {
    renderFixturePage('/performance/reviews/7?view=questions');

    const card = await question('What is done when a call fails?');
    expect(card).toHaveTextContent('Not answered');
    expect(within(card).queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Hand in' })).toBeNull();
    expect(within(card).queryByRole('button', { name: 'Comment' })).toBeNull();
    expect(screen.getByText(/You may read this review/)).toHaveTextContent(
      /Its reviewers and the owners of .+ answer it/,
    );
  });

  it('says that there is none, or that it may not be seen', async () => {
    renderFixturePage('/performance/reviews/99');
    expect(
      await screen.findByRole('heading', {
        name: 'There is no such review, or you may not see it',
      }),
    ).toBeVisible();
  });
});

describe('the files of a review', () => {
  it('are deleted where no answer points at them', async () => {
    const requests = renderFixturePage('/performance/reviews/4?view=activity');

    const files = await screen.findByRole('list', { name: 'Files' });
    const [drawing, trace] = within(files).getAllByRole('listitem');
    expect(drawing).toHaveTextContent(
      /^old-drawing\.png48 kB, by .*; no answer points at it$/,
    );
    expect(trace).toHaveTextContent('evidence of 1 answer');
    expect(
      within(trace).queryByRole('button', { name: 'Delete trace.json' }),
    ).toBeNull();

    await userEvent.click(
      within(drawing).getByRole('button', { name: 'Delete old-drawing.png' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Delete the file',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Delete' }),
    );
    await waitFor(() =>
      expect(requests).toContain('DELETE /reviews/4/attachments/7'),
    );
    await waitFor(() => expect(drawing).not.toBeInTheDocument());
  });
});

describe('a published review', () => {
  it('is read as a whole', async () => {
    renderFixturePage('/performance/reviews/6');

    const answer = await screen.findByRole('region', {
      name: 'Which calls have a timeout?',
    });
    expect(answer).toHaveTextContent('Some of them');
    expect(within(answer).getByText('pay').tagName).toBe('EM');
    expect(within(answer).getByRole('link', { name: /ADR 7/ })).toHaveAttribute(
      'href',
      'https://example.com/adr/7',
    );
    expect(answer).toHaveTextContent(
      'Risk: Calls without a timeout (missing timeout, severity high, likelihood medium; not decided yet)',
    );
    expect(
      screen.getByRole('region', { name: 'How quick must it answer?' }),
    ).toHaveTextContent('1,200 ms');
    expect(
      screen.getByRole('region', {
        name: 'How is the next peak prepared for?',
      }),
    ).toHaveTextContent('Not answered');
    const stale = screen.getByRole('region', {
      name: 'What is done when a call fails?',
    });
    expect(stale).toHaveTextContent(
      'Relations: added orders-db; removed legacy-search. Budgets: added slowest: p99 of http.request.duration <= 5 s in production',
    );
  });

  it('says what has changed since, and takes ‘still right’ for an answer', async () => {
    const requests = renderFixturePage(
      '/performance/reviews/6?question=fallbacks',
    );

    const card = await question('What is done when a call fails?');
    const mark = within(card).getByRole('region', {
      name: 'What has changed since',
    });
    expect(mark).toHaveTextContent(
      'Relations: added orders-db; removed legacy-search',
    );
    await userEvent.click(
      within(mark).getByRole('button', { name: 'Still right' }),
    );
    await waitFor(() => expect(mark).not.toBeInTheDocument());
    expect(requests).toContain(
      'POST /reviews/6/answers/fallbacks/confirmation',
    );
  });

  it('has findings made of its risks', async () => {
    renderFixturePage('/performance/reviews/6?view=risks');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Make a finding' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Make a finding',
    });
    expect(within(dialog).getByRole('textbox', { name: /Title/ })).toHaveValue(
      'Calls without a timeout',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Make finding' }),
    );
    expect(
      await screen.findByRole('link', { name: 'Finding F-17' }),
    ).toHaveAttribute('href', '/performance/findings?finding=17');
  });

  it('has risks dismissed for a reason, which can be taken back', async () => {
    renderFixturePage('/performance/reviews/6?view=risks');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Dismiss' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Dismiss this risk',
    });
    const dismiss = within(dialog).getByRole('button', { name: 'Dismiss' });
    const reason = within(dialog).getByRole('textbox', { name: /Reason/ });
    await userEvent.type(reason, 'It is on');
    expect(dismiss).toBeDisabled();
    await userEvent.type(reason, ' localhost');
    await userEvent.click(dismiss);

    const risks = await screen.findByRole('list', { name: 'Risks' });
    await waitFor(() =>
      expect(risks).toHaveTextContent('Dismissed: It is on localhost'),
    );
    expect(
      within(risks).getByRole('button', { name: 'Take back' }),
    ).toBeVisible();
  });

  it('compares milestones', async () => {
    const requests = renderFixturePage(
      '/performance/reviews/6?view=milestones',
    );

    const changes = await screen.findByRole('list', {
      name: 'Changed answers',
    });
    expect(changes).toHaveTextContent(
      /Which calls have a timeout\?.*Changed.*Before.*Most of them.*After.*Some of them/,
    );
    expect(
      screen.getByRole('heading', { name: 'Risks that came up' }),
    ).toBeVisible();

    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'What changed from' }),
      '1. Published',
    );
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'to' }),
      '2. Again',
    );
    await waitFor(() =>
      expect(requests).toContain('GET /reviews/6/comparison?from=1&to=2'),
    );
  });

  it('offers the budgets that its numbers make to the editor', async () => {
    renderFixturePage('/performance/reviews/6?view=drafts');

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Open in the editor: Budget response-time',
      }),
    );
    expect(
      await screen.findByRole('textbox', { name: 'YAML' }),
    ).toHaveTextContent('fail: <= 1200 ms');
    expect(screen.getByRole('textbox', { name: 'Set by' })).toHaveValue(
      'component:default/search',
    );
  });

  it('offers no editor to who may not save there', async () => {
    renderFixturePage('/performance/reviews/7?view=drafts');

    expect(
      await screen.findByText(/Whoever sets limits for it can save them/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Open in the editor/ }),
    ).toBeNull();
  });

  it('is printed as a whole, whatever part of it is on screen', async () => {
    renderFixturePage('/performance/reviews/6?view=activity');
    await screen.findByRole('heading', { name: 'History' });

    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    const sheet = document.querySelector('[data-performance-sheet]');
    expect(sheet).toHaveTextContent('R-6 Service architecture of search');
    expect(sheet).toHaveTextContent(
      '3 of 4 questions answered, 1 risk raised, 1 stale answer',
    );
    expect(sheet).toHaveTextContent('Some of them');
    act(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
    await waitFor(() =>
      expect(document.querySelector('[data-performance-sheet]')).toBeNull(),
    );
  });
});

describe('the reviews of an entity', () => {
  it('are the latest by each template, with what asks for attention', async () => {
    renderFixtureEntity('search', 'entity-content:performance');

    await userEvent.click(await screen.findByRole('link', { name: 'Reviews' }));
    const review = (
      await screen.findByRole('link', { name: 'Service architecture' })
    ).closest('li');
    expect(review).toHaveTextContent('Overdue');
    expect(review).toHaveTextContent('1 stale');
    expect(review).toHaveTextContent('1 risk to decide on');
  });

  it('teach what a review is where there is none, and begin one of it', async () => {
    renderFixtureEntity('newcomer', 'entity-content:performance');

    await userEvent.click(await screen.findByRole('link', { name: 'Reviews' }));
    const first = await screen.findByRole('region', {
      name: 'Begin a first review',
    });
    await waitFor(() =>
      expect(first).toHaveTextContent('Service architecture (4 questions)'),
    );
    await userEvent.click(
      within(first).getByRole('button', { name: 'New review' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'New review' });
    expect(
      within(dialog).getByRole('textbox', { name: /Review of/ }),
    ).toHaveValue('newcomer');
  });
});
