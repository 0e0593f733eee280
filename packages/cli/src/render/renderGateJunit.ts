import {
  compareVerdicts,
  isWaived,
  Verdict,
} from '@perf-governance/plugin-performance-common';
import junitReportBuilder, { TestSuite } from 'junit-report-builder';
import { errorBudgetReasons } from './errorBudgetReasons';
import { GateReport } from './GateReport';
import { toOneLine } from './toOneLine';
import {
  limitStories,
  stageWords,
  verdictMessage,
  verdictName,
} from './verdictWords';

/**
 * A gate as JUnit XML, one test case for each verdict and for what error-budget policies say. What was not judged is skipped, never passed, and
 * so is a failure that is waived or at a stage that doesn't close the gate; missing evidence that closes
 * it is an error.
 */
export function renderGateJunit(gateReport: GateReport): string {
  const { result, entityRef, environment } = gateReport;
  const missingBlocks = ['fail', 'no-data'].includes(result.outcome);
  const builder = junitReportBuilder.newBuilder().name('perf-gate');
  const className = [entityRef ?? 'perf-gate', environment]
    .filter(part => part)
    .join('.');
  const suite = builder.testSuite().name(className);
  for (const verdict of [...result.verdicts].sort(compareVerdicts)) {
    addVerdict(suite, verdict, className, missingBlocks);
  }
  for (const { code, message } of result.gate.reasons) {
    if (code === 'not-judged') {
      suite
        .testCase()
        .className(className)
        .name(toOneLine(message))
        .skipped()
        .standardOutput(toOneLine(message));
    } else if (code === 'bad-input') {
      suite
        .testCase()
        .className(className)
        .name('Input')
        .error(toOneLine(message), code);
    }
  }
  for (const { reason, closes } of errorBudgetReasons(result)) {
    const testCase = suite
      .testCase()
      .className(className)
      .name(`Error budget of ${reason.ruleId}: ${reason.code}`);
    const message = toOneLine(reason.message);
    if (closes) {
      testCase.failure(message, reason.code);
    }
    testCase.standardOutput(message);
  }
  return `${builder.build()}\n`;
}

function addVerdict(
  suite: TestSuite,
  verdict: Verdict,
  className: string,
  missingBlocks: boolean,
): void {
  const message = verdictMessage(verdict);
  const blocks = verdict.enforcement.stage === 'block' && !isWaived(verdict);
  const testCase = suite
    .testCase()
    .className(className)
    .name(verdictName(verdict));
  switch (verdict.state) {
    case 'fail':
      if (blocks) {
        testCase.failure(message, `${verdict.kind}-failed`);
      } else {
        testCase.skipped();
      }
      break;
    case 'no-data':
      if (missingBlocks && blocks && verdict.enforcement.requireEvidence) {
        testCase.error(message, verdict.reason?.code);
      } else {
        testCase.skipped();
      }
      break;
    case 'not-applicable':
      testCase.skipped();
      break;
    default:
  }
  testCase.standardOutput(
    [
      message,
      ...(blocks ? [] : [`Stage: ${stageWords(verdict)}`]),
      ...limitStories([verdict]).flatMap(({ sentences }) => sentences),
    ].join('\n'),
  );
}
