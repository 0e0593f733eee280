/** What a pipeline says of itself. */
export interface CiContext {
  /** Product name: `GitHub Actions`. */
  system: string;
  commit?: string;
  /**
   * The branch the code is from. A pull request from a fork is `pull/<number>` or alike, whatever its
   * branch is called there: a fork's `main` must never pass for ours.
   */
  branch?: string;
  /** The page of the build. */
  ciUrl?: string;
  /** The tag that is built, if one is. */
  release?: string;
  /** Only where the pipeline deploys to one. */
  environment?: string;
}

export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;
