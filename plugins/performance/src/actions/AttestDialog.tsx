import { useId, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import {
  AttestationRequest,
  formatDuration,
  performanceApiRef,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from './ActionDialog';
import { LongText } from './LongText';

type Answer = 'yes' | 'no' | 'not-applicable';

const ANSWERS: { answer: Answer; words: string }[] = [
  { answer: 'yes', words: 'Yes, this is so' },
  { answer: 'no', words: 'No, not yet' },
  { answer: 'not-applicable', words: 'It doesn’t apply here' },
];

const COMMENT_LABELS: Record<Answer, string> = {
  yes: 'Comment',
  no: 'What is missing',
  'not-applicable': 'Why it doesn’t apply',
};

/** What the backend asks of a comment. */
const MIN_COMMENT = 3;

/** Takes somebody's answer to a check's statement, under their name. */
export function AttestDialog(props: {
  entityRef: string;
  request: AttestationRequest;
  onClose: () => void;
}) {
  const { entityRef, request, onClose } = props;
  const api = useApi(performanceApiRef);
  const statementId = useId();
  const [answer, setAnswer] = useState<Answer | undefined>(
    request.attestation?.answer,
  );
  const [comment, setComment] = useState(request.attestation?.comment ?? '');
  const needsComment = answer === 'no' || answer === 'not-applicable';

  return (
    <ActionDialog
      title={request.title}
      intro={
        <>
          {request.rationale} Your answer is kept with your name, and holds for{' '}
          {formatDuration(request.validForSeconds)}.
        </>
      }
      action="Sign"
      ready={
        answer !== undefined &&
        (!needsComment || comment.trim().length >= MIN_COMMENT)
      }
      onAction={async () => {
        if (answer) {
          await api.attestations.attest(entityRef, request.check, {
            statement: request.statement,
            answer,
            ...(comment.trim() && { comment: comment.trim() }),
          });
        }
      }}
      onClose={onClose}
    >
      <Typography id={statementId} component="blockquote" variant="subtitle1">
        “{request.statement}”
      </Typography>
      <RadioGroup
        aria-labelledby={statementId}
        value={answer ?? ''}
        onChange={(_event, value) =>
          setAnswer(ANSWERS.find(one => one.answer === value)?.answer)
        }
      >
        {ANSWERS.map(one => (
          <FormControlLabel
            key={one.answer}
            value={one.answer}
            control={<Radio color="primary" />}
            label={one.words}
          />
        ))}
      </RadioGroup>
      <LongText
        label={answer === undefined ? 'Comment' : COMMENT_LABELS[answer]}
        required={needsComment}
        value={comment}
        onChange={setComment}
        helperText={
          answer === 'no' ? request.fix : 'E.g. where the results are.'
        }
      />
    </ActionDialog>
  );
}
