import { AuditorService } from '@backstage/backend-plugin-api';
import { AccessControl } from '../access/Access';
import { CatalogProjection } from '../catalog/CatalogProjection';
import { EntityStore } from '../catalog/EntityStore';
import { DefinitionEditor } from './DefinitionEditor';
import { DefinitionRefresh } from './DefinitionRefresh';
import { DefinitionRegistry } from './DefinitionRegistry';
import { DefinitionStore } from './DefinitionStore';

/** What the routes of definitions work with. */
export interface DefinitionRouteServices {
  accessControl: AccessControl;
  auditor: AuditorService;
  catalogProjection: Pick<CatalogProjection, 'refresh'>;
  definitionEditor: DefinitionEditor;
  definitionRefresh: DefinitionRefresh;
  definitionRegistry: DefinitionRegistry;
  definitionStore: DefinitionStore;
  entityStore: EntityStore;
}
