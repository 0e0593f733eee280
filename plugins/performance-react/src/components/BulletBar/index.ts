export { BulletBar } from './BulletBar';
