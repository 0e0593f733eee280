import { HumanDuration } from '@backstage/types';

export interface Config {
  performance?: {
    metricSources?: Array<{
      /**
       * Of `type: prometheus`: where the HTTP API is, without `/api/v1`, e.g. `http://prometheus:9090`,
       * `https://mimir.example.com/prometheus`. Required there.
       */
      url?: string;
      /** Not together with `bearerToken`. */
      basicAuth?: {
        username: string;
        /** @visibility secret */
        password: string;
      };
      /** @visibility secret */
      bearerToken?: string;
      /** Sent with every request. @deepVisibility secret */
      headers?: { [name: string]: string };
      /** Sent as `X-Scope-OrgID`, by which Mimir and others keep tenants apart. */
      tenant?: string;
      /** Sent with every query, e.g. `partial_response: 'true'` to Thanos. */
      queryParameters?: { [name: string]: string };
      /** Until a query is given up; 30 seconds unless given. */
      timeout?: HumanDuration | string;
      /**
       * How long after a step's end it is asked for, because samples arrive late; a minute unless given.
       */
      delay?: HumanDuration | string;
      /** Queries that run at the same time; 4 unless given. */
      maxConcurrentQueries?: number;
      /** Steps of one request; 11000 unless given, which is the most that Prometheus answers. */
      maxPointsPerQuery?: number;
      /** Times that a query is tried again after an error that may pass; 3 unless given. */
      maxRetries?: number;
    }>;
  };
}
