export type {
  ExtensionCheck,
  ExtensionCheckContext,
  ExtensionCheckResult,
} from './ExtensionCheck';
