/** The first letters of the first and the last word of a name, e.g. `OR`. */
export function initials(name: string): string {
  const words = name.split(' ').filter(Boolean);
  const [first] = words;
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [first, last]
    .map(word => word?.charAt(0).toLocaleUpperCase() ?? '')
    .join('');
}
