import { Link } from '@backstage/core-components';
import { useLocation } from 'react-router-dom';
import { usePerformanceLinks } from '../../hooks';

/**
 * Leads to where a check's guide is: a page of the guidelines that come with the plugin, or a URL.
 *
 * @public
 */
export function GuideLink(props: {
  /** As the check names it: `guidelines/load-testing`, or a URL. */
  guide: string;
  /** What is read about; for those who hear links without their surroundings. */
  about: string;
}) {
  const { guide, about } = props;
  const links = usePerformanceLinks();
  const { pathname, search } = useLocation();
  return (
    <Link
      to={/^https?:/.test(guide) ? guide : links.guide(guide)}
      // The guide leads back here.
      state={{ from: `${pathname}${search}` }}
      underline="always"
      aria-label={`Guide to ${about}`}
    >
      Guide
    </Link>
  );
}
