import { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { makeStyles } from '@material-ui/core/styles';

// What is on paper is black on white, whatever the theme.
const useStyles = makeStyles({
  '@global': {
    '@media print': {
      'body > *:not([data-performance-sheet])': {
        display: 'none !important',
      },
      'html, body': { background: '#fff !important', height: 'auto' },
    },
    '@page': { size: 'A4', margin: '12mm' },
  },
  sheet: {
    display: 'none',
    color: '#000',
    fontFamily: 'system-ui, sans-serif',
    fontSize: 11,
    lineHeight: 1.35,
    '@media print': { display: 'block' },
    '& h1': { margin: '0 0 2px', fontSize: 18 },
    '& h2': {
      margin: '12px 0 4px',
      fontSize: 13,
      borderBottom: '1px solid',
    },
    '& p': { margin: '2px 0' },
    '& table': {
      width: '100%',
      borderCollapse: 'collapse',
      fontVariantNumeric: 'tabular-nums',
    },
    '& th': { textAlign: 'left', fontWeight: 600 },
    '& th, & td': {
      padding: '2px 8px 2px 0',
      borderBottom: '1px solid #ccc',
      verticalAlign: 'top',
    },
    '& tr, & section': { breakInside: 'avoid' },
    // What is made for the screen has the colours of its theme.
    '& *': { color: 'inherit !important', borderColor: '#ccc !important' },
  },
});

/** What is there on paper only, and alone there. */
export function PaperSheet(props: { label: string; children: ReactNode }) {
  const { label, children } = props;
  const classes = useStyles();
  return createPortal(
    <article
      className={classes.sheet}
      data-performance-sheet
      aria-label={label}
    >
      {children}
    </article>,
    document.body,
  );
}
