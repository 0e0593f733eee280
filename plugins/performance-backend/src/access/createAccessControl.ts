import {
  HttpAuthService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { EntityStore } from '../catalog/EntityStore';
import { AccessControl } from './Access';
import { PolicyAccessControl } from './PolicyAccessControl';
import { readExternalAccess } from './readExternalAccess';
import { registerPermissions } from './registerPermissions';

/** Makes the plugin's permissions known, and decides by them and by the app-config. */
export function createAccessControl(options: {
  config: Config;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  entityStore: EntityStore;
}): AccessControl {
  const { config, httpAuth, permissions, permissionsRegistry } = options;
  registerPermissions(options);
  return new PolicyAccessControl({
    httpAuth,
    permissions,
    permissionsRegistry,
    externalAccess: readExternalAccess(config),
  });
}
