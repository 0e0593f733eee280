import { reportCommands } from './reportCommands';

describe('reportCommands', () => {
  const commands = reportCommands({
    baseUrl: 'https://portal.example/api/performance',
    entityRef: 'component:default/checkout',
    environment: 'staging',
  });

  it('names this very entity, environment and backend in each', () => {
    const [terminal, workflow, curl] = commands.map(command => command.text);

    expect(terminal).toContain('--entity component:default/checkout');
    expect(terminal).toContain('--environment staging');
    expect(terminal).toMatch(/--url https:\/\/portal\.example$/);

    expect(workflow).toContain('PERF_GATE_URL: https://portal.example\n');
    expect(workflow).toContain(
      'PERF_GATE_TOKEN: ${{ secrets.PERF_GATE_TOKEN }}',
    );

    expect(curl).toContain(
      '"https://portal.example/api/performance/reports?entityRef=component%3Adefault%2Fcheckout&environment=staging&branch=$(git branch --show-current)"',
    );
  });
});
