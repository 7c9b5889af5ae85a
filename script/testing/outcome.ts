/** What a step of `script/test` came to. */
export interface Outcome {
  passed: number;
  failed: number;
  /** What was not run, each with its reason. */
  skipped: readonly string[];
}

/** A check that holds or does not: it counts as one. */
export const one = (holds: boolean): Outcome => ({ passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: [] });

/** A step that could not be run here: told where a person runs it, a failure where nobody would read the telling. */
export function notRun(step: string, why: string, inCi: boolean): Outcome {
  return { passed: 0, failed: inCi ? 1 : 0, skipped: [`${step}: ${why}`] };
}

export const sum = (outcomes: readonly Outcome[]): Outcome => ({
  passed: total(outcomes.map(({ passed }) => passed)),
  failed: total(outcomes.map(({ failed }) => failed)),
  skipped: outcomes.flatMap(({ skipped }) => skipped),
});

const total = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

/** The part of Vitest's JSON report that is counted. */
export interface VitestReport {
  testResults: readonly {
    name: string;
    status: string;
    assertionResults: readonly { status: string; fullName: string }[];
  }[];
}

/**
 * What a run of Vitest came to: each test counts as one, and so does a file that could not be read and a run that failed
 * without a failing test (an error outside any test).
 *
 * @param report undefined where Vitest ended before it could write one
 */
export function countVitest(report: VitestReport | undefined, exitCode: number | null): Outcome {
  if (!report) return one(false);
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const having = (status: string) => tests.filter((test) => test.status === status);
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = having('failed').length + brokenFiles.length;
  return {
    passed: having('passed').length,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: tests
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => `${test.fullName} (${test.status})`),
  };
}

/** As read in a summary: "12 passed, 1 failed, 2 skipped". */
export const inWords = ({ passed, failed, skipped }: Outcome): string =>
  `${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`;
