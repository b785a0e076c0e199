import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node', maxWorkers: 2, testTimeout: 20_000 },
})
