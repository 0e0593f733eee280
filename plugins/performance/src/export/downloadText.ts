/** Saves a text as a file, as if it were downloaded. */
export function downloadText(
  fileName: string,
  text: string,
  type: string = 'text/csv;charset=utf-8',
) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
