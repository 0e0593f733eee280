import { DocumentPath } from './ProblemReporter';

/** Reads a JSON Pointer (RFC 6901). */
export function readPointer(pointer: string): DocumentPath {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));
}
