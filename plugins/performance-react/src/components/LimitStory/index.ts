export { LimitStory } from './LimitStory';
export { LimitStoryButton } from './LimitStoryButton';
