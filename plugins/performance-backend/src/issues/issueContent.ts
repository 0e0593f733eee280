import { Finding } from '../findings/Finding';
import { findingLink } from '../notifications/links';
import { IssueContent } from './IssueTracker';

/**
 * What a finding says in an issue.
 *
 * @param appUrl - where people reach the app, without a slash at the end.
 */
export function issueContent(finding: Finding, appUrl: string): IssueContent {
  const facts: [name: string, value: string | undefined][] = [
    ['Entity', `\`${finding.entityRef}\``],
    [
      'Risk',
      `${finding.risk} (severity ${finding.severity}, likelihood ${finding.likelihood})`,
    ],
    ['Category', finding.category],
    ['Effort', finding.effort],
    ['Due', finding.dueDate],
  ];
  const parts = [
    finding.description,
    finding.recommendation && `## Recommendation\n\n${finding.recommendation}`,
    facts
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `- **${name}:** ${value}`)
      .join('\n'),
    `Kept in step with [F-${finding.id}](${appUrl}${findingLink(
      String(finding.id),
    )}): closing this issue says that the finding is resolved, for somebody to verify there.`,
  ];
  return {
    title: `F-${finding.id}: ${finding.title}`,
    body: parts.filter(part => part).join('\n\n'),
  };
}
