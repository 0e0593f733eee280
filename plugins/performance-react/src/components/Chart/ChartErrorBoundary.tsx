import { Component, ReactNode } from 'react';

/**
 * Shows something else where a chart can’t be loaded or drawn, instead of losing the page.
 *
 * @public
 */
export class ChartErrorBoundary extends Component<
  { fallback: ReactNode; children: ReactNode },
  { failed: boolean }
> {
  static getDerivedStateFromError() {
    return { failed: true };
  }

  state = { failed: false };

  render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
