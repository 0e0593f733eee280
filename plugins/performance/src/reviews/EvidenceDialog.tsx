import { useId, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { ReviewEvidence } from '@perf-governance/plugin-performance-common';
import {
  performanceApiRef,
  ReviewDetail,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { Choice } from '../filters/Choice';
import { EvidencePicks, PickedType } from './EvidencePicks';

/** What the backend takes. */
const MAX_BYTES = 2_000_000;
const FILE_TYPES = '.png,.jpg,.jpeg,.webp,.pdf,.csv,.txt,.json,.md';

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 28;

const useStyles = makeStyles(theme => ({
  pair: {
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(160px, 100%), 1fr))',
  },
  file: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    overflowWrap: 'anywhere',
  },
}));

const PICKED: { value: PickedType; title: string }[] = [
  { value: 'run', title: 'Run' },
  { value: 'slo', title: 'SLO' },
  { value: 'verdict', title: 'Verdict' },
];

const OTHERS = [
  { value: 'link', title: 'Link' },
  { value: 'attachment', title: 'File' },
] as const;

function dayBefore(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(text.trim());
}

/** Adds to an answer what proves it. */
export function EvidenceDialog(props: {
  review: ReviewDetail;
  onAdd: (evidence: ReviewEvidence) => void;
  onClose: () => void;
}) {
  const { review, onAdd, onClose } = props;
  const classes = useStyles();
  const api = useApi(performanceApiRef);
  const ids = { url: useId(), title: useId(), from: useId(), to: useId() };
  const { planned, entityRef } = review.subject;
  // Of what isn't built yet there are no runs.
  const types = planned ? OTHERS : [...PICKED, ...OTHERS];
  const [type, setType] = useState<ReviewEvidence['type']>(types[0].value);
  const [picked, setPicked] = useState<ReviewEvidence>();
  const [from, setFrom] = useState(() => dayBefore(WINDOW_DAYS));
  const [to, setTo] = useState(() => dayBefore(0));
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [file, setFile] = useState<File>();
  const input = useRef<HTMLInputElement>(null);
  const tooLarge = file !== undefined && file.size > MAX_BYTES;

  const isReady = () => {
    switch (type) {
      case 'link':
        return isWebAddress(url);
      case 'attachment':
        return file !== undefined && !tooLarge;
      case 'slo':
        return picked?.type === type && from !== '' && to >= from;
      default:
        return picked?.type === type;
    }
  };

  const evidenceOf = async (): Promise<ReviewEvidence | undefined> => {
    switch (type) {
      case 'link':
        return {
          type,
          ref: url.trim(),
          ...(title.trim() && { title: title.trim() }),
        };
      case 'attachment': {
        if (!file) {
          return undefined;
        }
        const { id, name } = await api.reviews.attach(
          review.id,
          file.name,
          file,
        );
        return { type, ref: id, title: name };
      }
      case 'slo':
        return (
          picked && {
            ...picked,
            from: new Date(from).toISOString(),
            to: new Date(to).toISOString(),
          }
        );
      default:
        return picked;
    }
  };

  return (
    <ActionDialog
      title="Add evidence"
      intro="What shows that the answer is so. Whoever reads the review follows it."
      action="Add"
      ready={isReady()}
      onAction={async () => {
        const evidence = await evidenceOf();
        if (evidence) {
          onAdd(evidence);
        }
      }}
      onClose={onClose}
    >
      <Choice
        label="Kind of evidence"
        options={types}
        chosen={type}
        onChange={setType}
      />
      {(type === 'run' || type === 'slo' || type === 'verdict') && (
        <EvidencePicks
          key={type}
          type={type}
          entityRef={entityRef}
          chosen={picked}
          onChoose={setPicked}
        />
      )}
      {type === 'slo' && (
        <div className={classes.pair}>
          <TextField
            id={ids.from}
            label="Looked at from"
            type="date"
            variant="outlined"
            value={from}
            onChange={event => setFrom(event.target.value)}
            InputLabelProps={{ shrink: true }}
          />
          <TextField
            id={ids.to}
            label="to"
            type="date"
            variant="outlined"
            value={to}
            onChange={event => setTo(event.target.value)}
            InputLabelProps={{ shrink: true }}
          />
        </div>
      )}
      {type === 'link' && (
        <>
          <TextField
            id={ids.url}
            label="Address"
            required
            variant="outlined"
            placeholder="https://"
            value={url}
            onChange={event => setUrl(event.target.value)}
            error={url !== '' && !isWebAddress(url)}
            helperText="Begins with https:// or http://"
          />
          <TextField
            id={ids.title}
            label="What is there"
            variant="outlined"
            value={title}
            onChange={event => setTitle(event.target.value)}
            helperText="E.g. Decision record on caching. The address is shown without it."
          />
        </>
      )}
      {type === 'attachment' && (
        <div className={classes.file}>
          <Button variant="outlined" onClick={() => input.current?.click()}>
            Choose a file
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept={FILE_TYPES}
            aria-label="File"
            onChange={event => setFile(event.target.files?.[0])}
          />
          <span>
            {file?.name ??
              'PNG, JPEG, WebP, PDF, CSV, text, JSON or Markdown, at most 2 MB'}
            {tooLarge && ' is larger than 2 MB. Link to it instead.'}
          </span>
        </div>
      )}
    </ActionDialog>
  );
}
