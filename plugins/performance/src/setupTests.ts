import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A whole app is rendered with its lazily loaded parts; on a busy machine that takes seconds.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
