import { DragEvent, ReactNode, useRef, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: { position: 'relative', minHeight: 320 },
  overlay: {
    position: 'absolute',
    inset: -8,
    zIndex: theme.zIndex.appBar,
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'center',
    paddingTop: 120,
    pointerEvents: 'none',
    fontSize: '1.25rem',
    fontWeight: 600,
    borderRadius: 'var(--bui-radius-3, 4px)',
    border: `3px dashed ${theme.palette.primary.main}`,
    color: theme.palette.text.primary,
    backgroundColor:
      theme.palette.type === 'dark'
        ? 'rgba(30, 30, 30, 0.9)'
        : 'rgba(255, 255, 255, 0.9)',
  },
}));

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/**
 * Takes a file dropped anywhere on what it holds. While disabled it takes none, but keeps the browser
 * from leaving the page for it.
 */
export function DropArea(props: {
  disabled: boolean;
  onDrop: (file: File) => void;
  children: ReactNode;
}) {
  const { disabled, onDrop, children } = props;
  const classes = useStyles();
  // Entering a child comes before leaving its parent, so both are counted.
  const depth = useRef(0);
  const [dragging, setDragging] = useState(false);

  const accepts = carriesFiles;

  return (
    <div
      className={classes.root}
      role="presentation"
      onDragEnter={event => {
        if (accepts(event)) {
          depth.current += 1;
          setDragging(true);
        }
      }}
      onDragLeave={event => {
        if (accepts(event)) {
          depth.current -= 1;
          setDragging(depth.current > 0);
        }
      }}
      onDragOver={event => {
        if (accepts(event)) {
          event.preventDefault();
        }
      }}
      onDrop={event => {
        if (accepts(event)) {
          event.preventDefault();
          depth.current = 0;
          setDragging(false);
          const file = event.dataTransfer.files.item(0);
          if (file && !disabled) {
            onDrop(file);
          }
        }
      }}
    >
      {children}
      {dragging && (
        <div className={classes.overlay}>
          {disabled
            ? 'You may not upload reports for this entity'
            : 'Drop the report to preview it'}
        </div>
      )}
    </div>
  );
}
