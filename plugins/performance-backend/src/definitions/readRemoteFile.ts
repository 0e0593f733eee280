import { UrlReaderService } from '@backstage/backend-plugin-api';
import { assertSourceSize } from './DefinitionSources';

/** Reads a file of definitions from where the URL reader may read, as text. */
export async function readRemoteFile(
  urlReader: UrlReaderService,
  url: string,
): Promise<string> {
  const response = await urlReader.readUrl(url);
  const content = await response.buffer();
  assertSourceSize(url, content.byteLength);
  return content.toString('utf8');
}
