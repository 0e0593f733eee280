export { ResetDemoDialog } from './ResetDemoDialog';
export { useDemoReset } from './useDemoReset';
