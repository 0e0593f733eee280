import { Link } from '@backstage/core-components';
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
  return (
    <Link
      to={/^https?:/.test(guide) ? guide : links.guide(guide)}
      underline="always"
      aria-label={`Guide to ${about}`}
    >
      Guide
    </Link>
  );
}
