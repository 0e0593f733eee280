/**
 * A type of check for performance governance: an entity links to its documentation.
 *
 * @packageDocumentation
 */
export { performanceModuleDocumentationCheck as default } from './module';
