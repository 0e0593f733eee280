/** One way to send a report. */
export interface ReportCommand {
  title: string;
  description: string;
  text: string;
}

/**
 * Commands that send a report for an entity, ready to copy.
 *
 * @param options - `baseUrl` is the plugin's, e.g. `https://backstage.example/api/performance`.
 */
export function reportCommands(options: {
  baseUrl: string;
  entityRef: string;
  environment: string;
}): ReportCommand[] {
  const { baseUrl, entityRef, environment } = options;
  const backendUrl = baseUrl.replace(/\/api\/performance\/?$/, '');
  const query = new URLSearchParams({ entityRef, environment });

  return [
    {
      title: 'From a terminal',
      description:
        'Sends what k6, JMeter or Lighthouse wrote, prints the verdicts and exits with 1 when a budget fails.',
      text: [
        'k6 run --out json=results.json.gz load-test.js',
        `perf-gate upload results.json.gz \\`,
        `  --entity ${entityRef} \\`,
        `  --environment ${environment} \\`,
        `  --url ${backendUrl}`,
      ].join('\n'),
    },
    {
      title: 'From a GitHub Actions workflow',
      description:
        'Commit, branch and the link to the build are found by themselves. The token is one of backend.auth.externalAccess.',
      text: [
        '- name: Check performance budgets',
        '  run: npx --yes --package=@perf-governance/cli perf-gate upload results.json.gz',
        '  env:',
        `    PERF_GATE_URL: ${backendUrl}`,
        `    PERF_GATE_TOKEN: \${{ secrets.PERF_GATE_TOKEN }}`,
        `    PERF_GATE_ENTITY: ${entityRef}`,
        `    PERF_GATE_ENVIRONMENT: ${environment}`,
      ].join('\n'),
    },
    {
      title: 'With curl',
      description:
        'The report is the body, as the tool wrote it or gzipped. Name the branch: a run without one changes current state.',
      text: [
        'curl --fail-with-body \\',
        '  --header "Authorization: Bearer $PERF_GATE_TOKEN" \\',
        '  --header "Content-Type: application/octet-stream" \\',
        '  --data-binary @results.json.gz \\',
        `  "${baseUrl}/reports?${query}&branch=$(git branch --show-current)"`,
      ].join('\n'),
    },
  ];
}
