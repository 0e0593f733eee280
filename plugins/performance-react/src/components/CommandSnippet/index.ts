export { CommandSnippet } from './CommandSnippet';
