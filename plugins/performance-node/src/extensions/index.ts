export {
  reportParsersExtensionPoint,
  type ReportParsersExtensionPoint,
} from './reportParsersExtensionPoint';
