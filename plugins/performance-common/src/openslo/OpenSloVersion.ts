import { SloDialect } from './SloDialect';

/** What differs between the versions of OpenSLO that share an outline. */
export interface OpenSloVersion {
  dialect: SloDialect;
  fields: {
    indicator: 'indicator' | 'sli';
    indicatorRef: 'indicatorRef' | 'sliRef';
  };
  /** Letters of the duration shorthand. */
  units: string;
}

export const OPEN_SLO_V1: OpenSloVersion = {
  dialect: 'openslo/v1',
  fields: { indicator: 'indicator', indicatorRef: 'indicatorRef' },
  units: 'mhdwMQY',
};

export const OPEN_SLO_V2_ALPHA: OpenSloVersion = {
  dialect: 'openslo.com/v2alpha',
  fields: { indicator: 'sli', indicatorRef: 'sliRef' },
  units: 'mhdw',
};
