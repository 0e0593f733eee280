export { mutedColour, stateColours } from './statePalette';
export type { StateColours } from './statePalette';
export { useStateColours } from './useStateColours';
