import { InputError } from '@backstage/errors';
import { isUtf8 } from 'node:buffer';
import { extname } from 'node:path';

interface AttachmentFormat {
  contentType: string;
  isValid(content: Buffer): boolean;
}

/** How each format begins, by its specification. */
const SIGNATURES = {
  // PNG (W3C), "PNG signature".
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  // JPEG (ITU T.81), "SOI" and the first byte of the next marker.
  jpeg: Buffer.from([0xff, 0xd8, 0xff]),
  // PDF (ISO 32000-1), "File header".
  pdf: Buffer.from('%PDF-'),
};

function begins(signature: Buffer) {
  return (content: Buffer) =>
    content.subarray(0, signature.length).equals(signature);
}

/** WebP container (RFC 9649), "WebP File Header". */
function isWebp(content: Buffer): boolean {
  return (
    content.subarray(0, 4).toString('latin1') === 'RIFF' &&
    content.subarray(8, 12).toString('latin1') === 'WEBP'
  );
}

function isText(content: Buffer): boolean {
  return isUtf8(content) && !content.includes(0);
}

function isJson(content: Buffer): boolean {
  if (!isText(content)) {
    return false;
  }
  try {
    JSON.parse(content.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

/** Nothing here runs when it is opened: no SVG, no HTML, no office files. */
const FORMATS: Record<string, AttachmentFormat> = {
  '.png': { contentType: 'image/png', isValid: begins(SIGNATURES.png) },
  '.jpg': { contentType: 'image/jpeg', isValid: begins(SIGNATURES.jpeg) },
  '.jpeg': { contentType: 'image/jpeg', isValid: begins(SIGNATURES.jpeg) },
  '.webp': { contentType: 'image/webp', isValid: isWebp },
  '.pdf': { contentType: 'application/pdf', isValid: begins(SIGNATURES.pdf) },
  '.csv': { contentType: 'text/csv; charset=utf-8', isValid: isText },
  '.txt': { contentType: 'text/plain; charset=utf-8', isValid: isText },
  '.md': { contentType: 'text/markdown; charset=utf-8', isValid: isText },
  '.json': { contentType: 'application/json', isValid: isJson },
};

/**
 * What an attachment is, by its name's ending, which its content has to agree with.
 *
 * @returns the content type to answer with.
 * @throws InputError for other formats, empty files, and content that isn't what the name says.
 */
export function recogniseAttachment(name: string, content: Buffer): string {
  const ending = extname(name).toLocaleLowerCase('en-US');
  const format = Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : undefined;
  if (!format) {
    throw new InputError(
      `Attach a file whose name ends with one of ${Object.keys(FORMATS).join(
        ', ',
      )}`,
    );
  }
  if (content.length === 0) {
    throw new InputError('The file is empty');
  }
  if (!format.isValid(content)) {
    throw new InputError(
      `The content of ${name} isn't what a file ending with ${ending} holds`,
    );
  }
  return format.contentType;
}
