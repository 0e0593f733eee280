/** Saves a file, as if it were downloaded. */
export function saveFile(fileName: string, contents: Blob) {
  const url = URL.createObjectURL(contents);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

/** Saves a text as a file, as if it were downloaded. */
export function downloadText(
  fileName: string,
  text: string,
  type: string = 'text/csv;charset=utf-8',
) {
  saveFile(fileName, new Blob([text], { type }));
}
