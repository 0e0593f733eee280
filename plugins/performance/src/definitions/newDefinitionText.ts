/** What a new definition starts from. */
export const NEW_DEFINITION_TEXT = `apiVersion: performance-governance.io/v1
kind: Budget
metadata:
  name: response-time
  title: Response time
  description: Why this limit, and what to do when it is broken.
spec:
  metric: http.request.duration
  statistic: p95
  limits:
    fail: <= 300 ms
    warn: <= 250 ms
  minSamples: 100
  maxAge: 30d
`;
