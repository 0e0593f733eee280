import { useState } from 'react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EntitiesPicker, EntityPicker } from './EntityPicker';

function user(name: string, displayName: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name },
    spec: { profile: { displayName } },
  };
}

/** More people than a list shows at once, and one whose name is the last. */
const people = [
  ...Array.from({ length: 30 }, (_, index) =>
    user(`colleague-${index + 10}`, `Colleague ${index + 10}`),
  ),
  user('zoe.adler', 'Zoe Adler'),
];

function Several() {
  const [refs, setRefs] = useState(['user:default/colleague-12']);
  return (
    <EntitiesPicker
      label="Reviewers"
      kinds={['user']}
      entityRefs={refs}
      onChange={setRefs}
    />
  );
}

function One() {
  const [ref, setRef] = useState<string | undefined>('user:default/zoe.adler');
  return (
    <EntityPicker
      label="Owner"
      kinds={['user']}
      entityRef={ref}
      onChange={setRef}
    />
  );
}

function render(picker: JSX.Element) {
  return renderInTestApp(
    <TestApiProvider
      apis={[[catalogApiRef, catalogApiMock({ entities: people })]]}
    >
      {picker}
    </TestApiProvider>,
  );
}

describe('EntitiesPicker', () => {
  it('finds who is beyond those it shows at first', async () => {
    await render(<Several />);
    expect(
      await screen.findByRole('button', { name: 'Colleague 12' }),
    ).toBeVisible();

    const field = screen.getByRole('textbox', { name: 'Reviewers' });
    await userEvent.type(field, 'zoe');
    expect(field).toHaveValue('zoe');
    expect(
      await screen.findByRole('option', { name: /Zoe Adler/ }),
    ).toBeVisible();
    expect(screen.getAllByRole('option')).toHaveLength(1);
    expect(field).toHaveValue('zoe');

    await userEvent.click(screen.getByRole('option', { name: /Zoe Adler/ }));
    expect(screen.getByRole('button', { name: 'Zoe Adler' })).toBeVisible();
    expect(field).toHaveValue('');
  });
});

describe('EntityPicker', () => {
  it('goes by the title of what is chosen, and lets another be looked for', async () => {
    await render(<One />);
    const field = screen.getByRole('textbox', { name: 'Owner' });
    await waitFor(() => expect(field).toHaveValue('Zoe Adler'));

    await userEvent.clear(field);
    await userEvent.type(field, 'colleague-39');
    await userEvent.click(
      await screen.findByRole('option', { name: /Colleague 39/ }),
    );
    expect(field).toHaveValue('Colleague 39');
  });
});
