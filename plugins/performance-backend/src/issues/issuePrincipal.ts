/** Who it was where an issue changed a finding: `github:acme/shop#12`. */
export function issuePrincipal(type: 'github' | 'jira', key: string): string {
  return `${type}:${key}`;
}

/** Whether it was an issue, rather than a person or a token. */
export function isIssuePrincipal(principal: string): boolean {
  return /^(?:github|jira):.*\d$/.test(principal);
}
