import SvgIcon, { SvgIconProps } from '@material-ui/core/SvgIcon';

/**
 * A clock's face: a waiver is an exception with an end. Says nothing to assistive technology: the
 * words stand beside it.
 *
 * @public
 */
export function WaivedIcon(props: SvgIconProps) {
  return (
    <SvgIcon viewBox="0 0 24 24" {...props} aria-hidden>
      <path d="M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16zm1-13h-2v6l5 3 1-1.7-4-2.3z" />
    </SvgIcon>
  );
}
