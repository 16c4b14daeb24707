// Stand-in for node:assert in the bundle for the web worker extension host: only what the suites use.

class AssertionError extends Error {}

const show = (value: unknown): string => JSON.stringify(value, null, 1) ?? String(value);

export function ok(value: unknown, message = 'expected something truthy'): asserts value {
  if (!value) throw new AssertionError(message);
}

export function strictEqual(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) throw new AssertionError(message ?? `${show(actual)} is not ${show(expected)}`);
}

export function deepStrictEqual(actual: unknown, expected: unknown, message?: string): void {
  strictEqual(show(actual), show(expected), message ?? `${show(actual)} is not ${show(expected)}`);
}

export function match(actual: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(actual)) throw new AssertionError(message ?? `${show(actual)} does not match ${pattern}`);
}

export function fail(message: string): never {
  throw new AssertionError(message);
}
