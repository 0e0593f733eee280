import { initials } from './initials';

describe('initials', () => {
  it.each([
    ['Olivia Reyes', 'OR'],
    ['anders lindqvist', 'AL'],
    ['Vincent van Gogh', 'VG'],
    ['Priya', 'P'],
    ['  Wei   Chen ', 'WC'],
    ['', ''],
  ])('of %j are %j', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
