import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { symlink } from 'node:fs/promises';
import { describeEntityFile, resolveEntityFile } from './resolveEntityFile';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.com' }],
      gitlab: [{ host: 'gitlab.com' }],
      azure: [{ host: 'dev.azure.com' }],
    },
  }),
);

function entityAt(location: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'pay',
      annotations: { 'backstage.io/managed-by-location': location },
    },
  };
}

describe('resolveEntityFile', () => {
  describe('beside a catalog file on a hosting service', () => {
    const github =
      'url:https://github.com/shop/pay/tree/main/services/pay/catalog-info.yaml';

    it.each([
      [
        github,
        './performance.yaml',
        'https://github.com/shop/pay/tree/main/services/pay/performance.yaml',
      ],
      [
        github,
        '../../budgets/performance.yaml',
        'https://github.com/shop/pay/tree/main/budgets/performance.yaml',
      ],
      [
        'url:https://gitlab.com/shop/backend/pay/-/blob/main/catalog-info.yaml',
        'performance.yaml',
        'https://gitlab.com/shop/backend/pay/-/blob/main/performance.yaml',
      ],
      [
        'url:https://example.org/raw/pay/catalog-info.yaml',
        './performance.yaml',
        'https://example.org/raw/pay/performance.yaml',
      ],
    ])('%s names %s', async (location, reference, url) => {
      await expect(
        resolveEntityFile(entityAt(location), reference, integrations),
      ).resolves.toEqual({ type: 'url', url });
      expect(
        describeEntityFile(entityAt(location), reference, integrations),
      ).toBe(url);
    });

    it('finds it where the path is in the query', async () => {
      const file = await resolveEntityFile(
        entityAt(
          'url:https://dev.azure.com/shop/web/_git/pay?path=/services/catalog-info.yaml',
        ),
        './performance.yaml',
        integrations,
      );
      const url = new URL(file.type === 'url' ? file.url : 'about:blank');
      expect([url.pathname, url.searchParams.get('path')]).toEqual([
        '/shop/web/_git/pay',
        '/services/performance.yaml',
      ]);
    });

    it.each([
      ['another repository', github, '../../../../../other/tree/main/x.yaml'],
      ['another branch', github, '../../../secret/x.yaml'],
      ['the root of the host', github, '../../../../../../../../x.yaml'],
      ['another host', github, 'https://evil.example/x.yaml'],
      ['another host without a scheme', github, '//evil.example/x.yaml'],
      ['a file of the backend', github, 'file:///etc/passwd'],
      ['an absolute path', github, '/x.yaml'],
      ['encoded dots', github, '%2e%2e/%2e%2e/%2e%2e/x.yaml'],
      ['encoded slashes', github, '..%2f..%2f..%2fx.yaml'],
      ['backslashes', github, '..\\..\\..\\x.yaml'],
      ['a query', github, 'x.yaml?ref=other'],
      [
        'the folder above on an unknown host',
        'url:https://example.org/raw/pay/catalog-info.yaml',
        '../other/performance.yaml',
      ],
      [
        'above the root in a query',
        'url:https://dev.azure.com/shop/web/_git/pay?path=/catalog-info.yaml',
        '../../other?path=/x.yaml',
      ],
    ])('refuses %s', async (_, location, reference) => {
      await expect(
        resolveEntityFile(entityAt(location), reference, integrations),
      ).rejects.toThrow(
        expect.objectContaining({
          name: 'ForbiddenSourceError',
          message: expect.stringContaining(reference),
        }),
      );
    });
  });

  describe('beside a catalog file on disk', () => {
    const directory = createMockDirectory();

    beforeEach(() => {
      directory.setContent({
        'secret.yaml': 'secret',
        'repository-twin/performance.yaml': 'secret',
        repository: {
          '.git/HEAD': 'ref: refs/heads/main',
          'budgets.yaml': 'budgets',
          'services/pay': {
            'catalog-info.yaml': 'entity',
            'performance.yaml': 'budgets',
          },
        },
        'no-repository/pay/catalog-info.yaml': 'entity',
        'no-repository/pay/performance.yaml': 'budgets',
        'no-repository/performance.yaml': 'secret',
      });
    });

    const entityIn = (path: string) =>
      entityAt(`file:${directory.resolve(path, 'catalog-info.yaml')}`);

    it.each([
      [
        'repository/services/pay',
        './performance.yaml',
        'repository/services/pay/performance.yaml',
      ],
      [
        'repository/services/pay',
        '../../budgets.yaml',
        'repository/budgets.yaml',
      ],
      [
        'no-repository/pay',
        'performance.yaml',
        'no-repository/pay/performance.yaml',
      ],
    ])('in %s, %s names a file of its own', async (folder, reference, path) => {
      await expect(
        resolveEntityFile(entityIn(folder), reference, integrations),
      ).resolves.toEqual({ type: 'file', path: directory.resolve(path) });
    });

    it.each([
      ['repository/services/pay', '../../../secret.yaml', 'leads out'],
      ['repository/services/pay', '../../../missing.yaml', 'leads out'],
      [
        'repository/services/pay',
        '../../../repository-twin/performance.yaml',
        'leads out',
      ],
      ['no-repository/pay', '../performance.yaml', 'leads out'],
      ['repository/services/pay', '/etc/passwd', 'is an absolute path'],
      ['repository/services/pay', 'file:/etc/passwd', 'names another place'],
    ])('in %s, refuses %s: it %s', async (folder, reference, reason) => {
      await expect(
        resolveEntityFile(entityIn(folder), reference, integrations),
      ).rejects.toThrow(
        expect.objectContaining({
          name: 'ForbiddenSourceError',
          message: expect.stringContaining(reason),
        }),
      );
    });

    it('refuses a link out of the repository', async () => {
      await symlink(
        directory.resolve('secret.yaml'),
        directory.resolve('repository/services/pay/link.yaml'),
      );
      await symlink(
        directory.path,
        directory.resolve('repository/services/pay/folder'),
      );
      for (const reference of ['link.yaml', 'folder/secret.yaml']) {
        await expect(
          resolveEntityFile(
            entityIn('repository/services/pay'),
            reference,
            integrations,
          ),
        ).rejects.toThrow('is a link out of the repository');
      }
    });
  });

  it('refuses what has no file to be relative to', async () => {
    const entity = entityAt('url:https://github.com/shop/pay');
    entity.metadata.annotations = {
      'backstage.io/managed-by-location': 'bootstrap:bootstrap',
    };
    await expect(
      resolveEntityFile(entity, './performance.yaml', integrations),
    ).rejects.toThrow("from a location of the type 'bootstrap'");
  });
});
