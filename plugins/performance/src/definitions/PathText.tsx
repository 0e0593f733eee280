import { Fragment } from 'react';

/** A path or URL that breaks between its parts rather than inside them. */
export function PathText(props: { path: string }) {
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      {props.path.split(/(?<=[/:])/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
