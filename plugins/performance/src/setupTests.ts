import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { FIXTURE_NOW } from '../dev/fixtures/runs';

// A whole app is rendered with its lazily loaded parts; on a busy machine that takes seconds.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

// jsdom lays nothing out, and so has nothing to observe.
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// It is always the day that the fixtures were made on; time itself goes by as it does.
jest.useFakeTimers({
  now: FIXTURE_NOW,
  doNotFake: [
    'hrtime',
    'nextTick',
    'performance',
    'queueMicrotask',
    'requestAnimationFrame',
    'cancelAnimationFrame',
    'requestIdleCallback',
    'cancelIdleCallback',
    'setImmediate',
    'clearImmediate',
    'setInterval',
    'clearInterval',
    'setTimeout',
    'clearTimeout',
  ],
});
