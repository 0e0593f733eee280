import { Entity } from '@backstage/catalog-model';

/** What a finding says in an issue. */
export interface IssueContent {
  /** One line of text. */
  title: string;
  /** Markdown. */
  body: string;
}

/** An issue as its tracker has it now. */
export interface RemoteIssue {
  /** As people name it: `acme/shop#12`, `SHOP-12`. */
  key: string;
  /** For people. */
  url: string;
  closed: boolean;
  /** Why it was closed, where that isn't because it was done: `not planned`. */
  reason?: string;
}

/** What has to become of an issue. */
export interface IssueChange {
  content?: IssueContent & { marker: string };
  closed?: boolean;
  /** Of one to be closed: that nothing was done about it. */
  isDropped?: boolean;
}

/**
 * A tracker of issues outside. All methods throw {@link IssueFailure}.
 */
export interface IssueTracker {
  /** Of the configuration: the host, or the name that the configuration gives. */
  readonly name: string;
  readonly type: 'github' | 'jira';
  /** Where the entity's own issues are, as its annotations say: `acme/shop`, `SHOP`. */
  projectOf(entity: Entity): string | undefined;
  /** Whether a project of the tracker can have that name. */
  isProject(name: string): boolean;
  /**
   * The project and the key of an issue as people name it, or as its address says.
   *
   * @returns undefined where that is neither.
   */
  readKey(text: string): { project: string; key: string } | undefined;
  /**
   * @param marker - a word that no other issue of the project has, for {@link IssueTracker.find}.
   */
  create(
    project: string,
    content: IssueContent,
    marker: string,
  ): Promise<RemoteIssue>;
  /**
   * An issue that was created with the marker, by whoever didn't live to see the answer.
   *
   * @param since - the earliest it may have been created.
   */
  find(
    project: string,
    marker: string,
    since: Date,
  ): Promise<RemoteIssue | undefined>;
  /** Undefined where the project can be seen, and the issue can't. */
  get(key: string): Promise<RemoteIssue | undefined>;
  /** Changes what is given, and nothing else. */
  save(key: string, change: IssueChange): Promise<RemoteIssue>;
}
