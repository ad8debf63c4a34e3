import { defineConfig } from 'vitest/config'

/** One project per kind of test; each mirrors a folder of tests/. */
const project = (name: string, timeoutMs: number) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.{ts,tsx}`],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    pool: 'forks' as const,
  },
})

export default defineConfig({
  test: {
    projects: [
      project('unit', 5_000),
      project('property', 30_000),
      project('integration', 60_000),
      project('contract', 60_000),
    ],
  },
})
