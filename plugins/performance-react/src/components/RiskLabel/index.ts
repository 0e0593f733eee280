export { RiskLabel } from './RiskLabel';
export { RiskGradeLabel } from './RiskGradeLabel';
export { GradeIcon } from './GradeIcon';
