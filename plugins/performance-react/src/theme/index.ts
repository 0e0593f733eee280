export { mutedColour, stateColours } from './statePalette';
export type { StateColours } from './statePalette';
export { riskColours } from './riskColours';
export { useStateColours } from './useStateColours';
