import { ReviewEvidence } from '../model';
import { markdownLink, plainText } from './markdownText';

const TYPE_WORDS: Record<ReviewEvidence['type'], string> = {
  run: 'Run',
  slo: 'SLO',
  verdict: 'Verdict',
  link: 'Link',
  attachment: 'Attachment',
};

/** A list item for each piece of evidence, linked where there is somewhere to go. */
export function evidenceLines(
  evidence: readonly ReviewEvidence[],
  urlOf: ((evidence: ReviewEvidence) => string | undefined) | undefined,
): string[] {
  return evidence.map(each => {
    const { type, ref, title = ref, environment, from, to } = each;
    const url = type === 'link' ? ref : urlOf?.(each);
    const details = [
      ...(environment === undefined ? [] : [environment]),
      ...(from === undefined && to === undefined
        ? []
        : [`${from ?? ''} – ${to ?? ''}`]),
    ];
    return `- ${TYPE_WORDS[type]}: ${
      url === undefined ? plainText(title) : markdownLink(title, url)
    }${details.map(detail => `, ${plainText(detail)}`).join('')}`;
  });
}
