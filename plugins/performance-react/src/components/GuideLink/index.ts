export { GuideLink } from './GuideLink';
