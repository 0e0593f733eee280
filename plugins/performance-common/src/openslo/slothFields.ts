import { SloDialect } from './SloDialect';

/** Names of fields, which differ between Sloth's own format and its Kubernetes resource. */
export interface SlothFields {
  sloPlugins: string;
  errorQuery: string;
  totalQuery: string;
  errorRatioQuery: string;
  pageAlert: string;
  ticketAlert: string;
}

export const SLOTH_FIELDS: Readonly<
  Record<Extract<SloDialect, `sloth${string}`>, SlothFields>
> = {
  'sloth/prometheus/v1': {
    sloPlugins: 'slo_plugins',
    errorQuery: 'error_query',
    totalQuery: 'total_query',
    errorRatioQuery: 'error_ratio_query',
    pageAlert: 'page_alert',
    ticketAlert: 'ticket_alert',
  },
  'sloth.slok.dev/v1': {
    sloPlugins: 'sloPlugins',
    errorQuery: 'errorQuery',
    totalQuery: 'totalQuery',
    errorRatioQuery: 'errorRatioQuery',
    pageAlert: 'pageAlert',
    ticketAlert: 'ticketAlert',
  },
};
