import { createApp } from '@backstage/frontend-defaults';
import userSettingsStorage from '@backstage/plugin-app-module-user-settings';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import signalsPlugin from '@backstage/plugin-signals/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import performancePlugin from '@perf-governance/plugin-performance/alpha';
import { landingModule } from './landing';
import { navigationModule } from './navigation';
import { signInModule } from './signIn';

export default createApp({
  features: [
    catalogPlugin,
    catalogGraphPlugin,
    notificationsPlugin,
    orgPlugin,
    performancePlugin,
    searchPlugin,
    signalsPlugin,
    userSettingsPlugin,
    userSettingsStorage,
    landingModule,
    navigationModule,
    signInModule,
  ],
});
