import { KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import Paper from '@material-ui/core/Paper';
import Popper from '@material-ui/core/Popper';
import { makeStyles } from '@material-ui/core/styles';
import InfoOutlinedIcon from '@material-ui/icons/InfoOutlined';
import { RunVerdict } from '../../api';
import { describeRule } from '../../format';
import { LimitStory } from './LimitStory';

const HOVER_DELAY_MS = 150;

const useStyles = makeStyles(theme => ({
  popper: { zIndex: theme.zIndex.tooltip },
  paper: {
    maxWidth: 'min(400px, calc(100vw - 32px))',
    maxHeight: 'calc(100vh - 32px)',
    overflowY: 'auto',
    padding: theme.spacing(2),
    boxShadow: theme.shadows[8],
  },
}));

/**
 * The ⓘ beside a limit: opens the limit's story on hover, focus or click, and stays open after a
 * click until Escape or a click elsewhere.
 *
 * @public
 */
export function LimitStoryButton(props: {
  verdict: Pick<RunVerdict, 'story' | 'evidence' | 'reason' | 'subject'> & {
    title?: string;
    statistic?: string;
    metric?: string;
    measured?: { source: string; query: string; windowSeconds: number };
    slo?: object;
  };
}) {
  const { verdict } = props;
  const classes = useStyles();
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const container = useRef<HTMLSpanElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  /** Focus that Escape gives back to the button doesn't open the story again. */
  const returningFocus = useRef(false);
  const [open, setOpen] = useState(false);
  const [pinned, setPinned] = useState(false);

  const schedule = (next: boolean) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), HOVER_DELAY_MS);
  };
  const close = () => {
    clearTimeout(timer.current);
    setOpen(false);
    setPinned(false);
  };

  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const onPointerDown = (event: PointerEvent) => {
      const target = event.target as Node;
      if (
        !container.current?.contains(target) &&
        !paper.current?.contains(target)
      ) {
        close();
      }
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
      returningFocus.current = true;
      anchor.current?.focus();
      returningFocus.current = false;
    }
  };

  return (
    <span
      ref={container}
      role="presentation"
      onMouseEnter={() => schedule(true)}
      onMouseLeave={() => !pinned && schedule(false)}
      onFocus={event => {
        if (!returningFocus.current && event.target.matches(':focus-visible')) {
          setOpen(true);
        }
      }}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) {
          close();
        }
      }}
      onKeyDown={onKeyDown}
    >
      <IconButton
        ref={anchor}
        size="small"
        aria-label={`Limit of ${describeRule(verdict)} explained`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={event => {
          event.stopPropagation();
          clearTimeout(timer.current);
          setPinned(!pinned);
          setOpen(!pinned);
        }}
      >
        <InfoOutlinedIcon fontSize="small" />
      </IconButton>
      <Popper
        id={id}
        className={classes.popper}
        open={open}
        anchorEl={anchor.current}
        placement="bottom-start"
        // Inside the span, so that keyboard focus moves from the button into the story.
        disablePortal
        modifiers={{ preventOverflow: { boundariesElement: 'viewport' } }}
      >
        <Paper
          ref={paper}
          className={classes.paper}
          role="dialog"
          aria-label="The limit’s story"
          onClick={event => event.stopPropagation()}
        >
          <LimitStory verdict={verdict} />
        </Paper>
      </Popper>
    </span>
  );
}
