import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Locator } from 'playwright-core';

/** Drops a file on an element, as if it had been dragged there from a folder. */
export async function dropFile(target: Locator, path: string): Promise<void> {
  const dataTransfer = await target.page().evaluateHandle(
    ({ name, text }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name));
      return transfer;
    },
    { name: basename(path), text: await readFile(path, 'utf8') },
  );
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await target.dispatchEvent(type, { dataTransfer });
  }
}
