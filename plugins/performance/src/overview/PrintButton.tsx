import { useState } from 'react';
import Button from '@material-ui/core/Button';
import PrintIcon from '@material-ui/icons/PrintOutlined';
import { OverviewQuery } from './overviewFilters';
import { PrintSheet } from './PrintSheet';

/** Makes one page of paper of the overview, and hands it to the browser's own dialog. */
export function PrintButton(props: { query: OverviewQuery }) {
  const { query } = props;
  const [printing, setPrinting] = useState(0);
  const [done, setDone] = useState(0);

  return (
    <>
      <Button
        variant="outlined"
        startIcon={<PrintIcon />}
        disabled={printing > done}
        onClick={() => setPrinting(done + 1)}
      >
        {printing > done ? 'Preparing…' : 'Print'}
      </Button>
      {printing > 0 && (
        <PrintSheet
          key={printing}
          query={query}
          onReady={() => {
            window.print();
            setDone(printing);
          }}
          onError={() => setDone(printing)}
        />
      )}
    </>
  );
}
